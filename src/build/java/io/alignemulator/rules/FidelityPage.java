package io.alignemulator.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/fidelity.md} from {@code openapi/rules.yaml}: what holds, by family and with its evidence, and apart from it what is known and not yet done. */
public final class FidelityPage {

    private static final String BEGIN = "<!-- evidence -->\n";
    private static final String END = "<!-- end of evidence -->";
    private static final Pattern ANNOTATION = Pattern.compile("@Rule\\([{]?([^)}]*)[}]?\\)");

    private static final String INTRODUCTION = """
            # Fidelity: what is known, what is assumed

            Generated from `openapi/rules.yaml`; `mvn -q compile exec:java@refresh-generated-files` refreshes it. The same as JSON: `GET /_emulator/fidelity`.

            Nobody outside Atlassian has the server's source, and nothing here was taken from a live site by us. Each rule carries how it is known, and each that holds has a test
            that names it. The ids are permanent: the journal, the header `X-Emulator-Reason`, `/_emulator/access` and the conformance suite use them. How the *fields* are known is
            in [coverage.md](coverage.md), who may do what in [access.md](access.md), what differs on purpose from the measured framework in [framework.md](framework.md).

            Where the evidence leaves a choice open, the emulator takes the **harsher** one, the one that exposes a client's bug rather than hiding it. Every assumed rule (I, U, F)
            that can refuse a call can be turned off: by the setting that the table names ([settings.md](settings.md)), else by its id: `--rules ADDR-08=off,LIST-21=off`, for a
            single sandbox with its setting `rules`. A rule with a setting of its own is not switched by id; the answer names the setting. An assumed rule that cannot be turned
            off says why. Which of them your own tests rest on tells `GET /_emulator/fidelity/relied-on`.

            """;

    private FidelityPage() {}

    /**
     * The whole page.
     *
     * @param root of the project: its rules, and the tests that name them
     */
    public static String text(Path root) throws IOException {
        RuleBook book = book(root);
        Map<String, Set<String>> tests = tests(root);
        StringBuilder page = new StringBuilder(INTRODUCTION);
        counts(page, book);
        page.append("## What holds\n");
        book.families().forEach((family, title) -> family(page, book, tests, family, title));
        if (book.entries().stream().anyMatch(entry -> !entry.holds())) {
            planned(page, book);
        }
        page.append("\nRules that hold in part:\n\n| Rule | Still to do |\n|---|---|\n");
        book.entries().stream()
                .filter(entry -> entry.holds() && entry.later().isPresent())
                .forEach(entry -> row(page, List.of(entry.id(), entry.later().orElseThrow())));
        page.append("\n## Sources\n\n| Source | What it is |\n|---|---|\n");
        book.sources().forEach((source, what) -> row(page, List.of(source, what)));
        return page.toString();
    }

    /** The README as it is, with fresh counts of rules by their evidence. */
    public static String readme(Path root) throws IOException {
        String page = Files.readString(root.resolve("README.md"));
        Map<Evidence, Long> holds = book(root).counts(true);
        StringBuilder table = new StringBuilder("| how a rule is known | rules that hold |\n|---|--:|\n");
        for (Evidence each : Evidence.values()) {
            row(table, List.of(each.meaning(), String.valueOf(holds.getOrDefault(each, 0L))));
        }
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("README.md has no " + BEGIN.strip() + " before a " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + page.substring(end);
    }

    static RuleBook book(Path root) {
        JsonNode rules =
                new YAMLMapper().readTree(root.resolve("openapi/rules.yaml").toFile());
        return RuleBook.read(JsonMapper.shared().writeValueAsBytes(rules));
    }

    /** The test classes that name each rule; from their sources, so that it does not matter which of them somebody compiled. */
    public static Map<String, Set<String>> tests(Path root) throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve("src/test/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                Matcher annotation = ANNOTATION.matcher(Files.readString(file));
                while (annotation.find()) {
                    for (String id :
                            annotation.group(1).replace("\"", "").strip().split("[,\\s]+")) {
                        tests.computeIfAbsent(id, x -> new TreeSet<>())
                                .add(file.getFileName().toString().replace(".java", ""));
                    }
                }
            }
        }
        return tests;
    }

    private static void planned(StringBuilder page, RuleBook book) {
        page.append("\n## Known, not yet done\n\nThe emulator does not do these yet; no test claims them.\n\n");
        page.append("| Rule | Evidence | What the real server does | Today |\n|---|---|---|---|\n");
        book.entries().stream()
                .filter(entry -> !entry.holds())
                .forEach(entry -> row(
                        page,
                        List.of(
                                entry.id(),
                                evidence(entry),
                                entry.says(),
                                entry.later().orElse(""))));
    }

    private static void counts(StringBuilder page, RuleBook book) {
        Map<Evidence, Long> holds = book.counts(true);
        Map<Evidence, Long> planned = book.counts(false);
        page.append("| Evidence | Meaning | Rules that hold | Not yet done |\n|---|---|---|---|\n");
        for (Evidence each : Evidence.values()) {
            row(
                    page,
                    List.of(
                            each.name(),
                            each.meaning(),
                            String.valueOf(holds.getOrDefault(each, 0L)),
                            String.valueOf(planned.getOrDefault(each, 0L))));
        }
        page.append(
                "\nThese are not summed up: a rule that is observed and one that is guessed are not the same thing.\n\n");
    }

    private static void family(
            StringBuilder page, RuleBook book, Map<String, Set<String>> tests, String family, String title) {
        List<RuleEntry> entries = book.entries().stream()
                .filter(entry -> entry.holds() && entry.family().equals(family))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        page.append("\n### ").append(family).append(": ").append(title).append("\n\n");
        page.append("| Rule | Evidence | What holds | Otherwise | Tests |\n|---|---|---|---|---|\n");
        entries.forEach(entry -> row(
                page,
                List.of(
                        entry.id(),
                        evidence(entry),
                        entry.says(),
                        otherwise(entry),
                        String.join(" ", tests.getOrDefault(entry.id(), Set.of())))));
    }

    private static String evidence(RuleEntry entry) {
        return entry.evidence() == Evidence.E ? "E" : entry.evidence() + ", " + entry.source();
    }

    private static String otherwise(RuleEntry entry) {
        String off = entry.onByDefault() ? "" : "Off by default. ";
        return off
                + entry.switchedOff()
                        .map(what -> "`" + entry.id() + "=off`: " + what)
                        .or(() -> entry.setting().map(setting -> "`--" + setting + "`"))
                        .or(() -> entry.unswitched().map(why -> "No switch: " + why))
                        .orElse("");
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append(row(cells));
    }

    /** A line of a table. */
    static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("<", "&lt;"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
