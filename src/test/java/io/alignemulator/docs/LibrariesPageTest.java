package io.alignemulator.docs;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.conformance.suite.Requirement;
import io.alignemulator.conformance.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** docs/libraries.md says what the data files of conformance/libraries say. The run that measures them is no part of a build. */
class LibrariesPageTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path FOLDER = Path.of("conformance/libraries");
    private static final int FEWEST = 25;
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[[^]]+]\\(\\S+/data/([\\w-]+)\\.yaml\\).*", Pattern.MULTILINE);
    private static final Pattern FOUND = Pattern.compile("(met|missed|not tried): \\S.*");
    private static final Map<String, String> SIGNS = Map.of("met", "+", "missed", "**-**", "not tried", " ");

    /** A data file, as far as the page says something of it. */
    private record Library(String name, String version, String settings, Map<String, String> expected) {

        /** Its row of the table by requirement. */
        String row(List<String> ids) {
            return "| " + name + " " + version + ", " + settings + " | "
                    + ids.stream().map(id -> SIGNS.get(state(id))).collect(joining(" | ")) + " |";
        }

        String state(String id) {
            return expected.getOrDefault(id, ": ").replaceFirst(":.*", "");
        }
    }

    @Test
    void thePageHasOneRowForEachDataFileAndNoOther() throws IOException {
        assertEquals(
                new TreeSet<>(libraries().keySet()),
                ROW.matcher(page()).results().map(row -> row.group(1)).collect(toCollection(TreeSet::new)));
        assertTrue(libraries().size() >= FEWEST, "only " + libraries().size());
    }

    @Test
    void eachRowNamesVersionSettingsAndWhatIsDoubledOrHidden() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Library> libraries = libraries();
        for (MatchResult row : ROW.matcher(page()).results().toList()) {
            Library library = libraries.get(row.group(1));
            List<String> cells = new ArrayList<>(List.of(library.version(), library.settings()));
            library.expected().keySet().stream()
                    .filter(id -> !id.startsWith("RATE") && !id.matches("NET-0[1267]"))
                    .filter(id -> !library.state(id).equals("met"))
                    .forEach(cells::add);
            cells.stream()
                    .filter(cell -> !row.group().contains(cell))
                    .forEach(cell -> wrong.add(row.group(1) + ": " + cell));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTableByRequirementSaysWhatTheDataFilesExpect() throws IOException {
        String page = page();
        List<String> ids = ids(page);
        assertEquals(
                List.of(),
                libraries().values().stream()
                        .map(library -> library.row(ids))
                        .filter(row -> !page.contains("\n" + row + "\n"))
                        .toList(),
                "rows that conformance/libraries/run would write otherwise");
    }

    @Test
    void eachDataFileExpectsSomethingForEachOfTheRequirementsThatExist() throws IOException {
        List<String> ids = ids(page());
        List<String> known =
                Suite.load().requirements().stream().map(Requirement::id).toList();
        assertTrue(known.containsAll(ids), "not in requirements.yaml: " + ids);
        Map<String, Library> libraries = libraries();
        assertEquals(
                List.of(),
                libraries.keySet().stream()
                        .filter(name -> !new TreeSet<>(ids)
                                        .equals(new TreeSet<>(
                                                libraries.get(name).expected().keySet()))
                                || !libraries.get(name).expected().values().stream()
                                        .allMatch(found -> FOUND.matcher(found).matches()))
                        .toList());
    }

    /** The columns of the table by requirement. */
    private static List<String> ids(String page) {
        String header = page.lines()
                .filter(line -> line.startsWith("| library | NET-"))
                .findFirst()
                .orElseThrow();
        return Stream.of(header.split(" \\| ", -1))
                .skip(1)
                .map(cell -> cell.replace(" |", ""))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/libraries.md"));
    }

    /** Those that were measured: a data file without expectation is one that nobody has run yet, and has no row. */
    @SuppressWarnings("unchecked")
    private static Map<String, Library> libraries() throws IOException {
        Map<String, Library> libraries = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("data"))) {
            for (Path file : files.toList()) {
                Map<String, Object> read = YAML.readValue(file.toFile(), Map.class);
                if (!read.containsKey("expected")) {
                    continue;
                }
                libraries.put(
                        file.getFileName().toString().replace(".yaml", ""),
                        new Library(
                                (String) read.get("name"),
                                (String) read.get("version"),
                                (String) read.get("settings"),
                                (Map<String, String>) read.get("expected")));
            }
        }
        return libraries;
    }
}
