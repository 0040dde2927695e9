import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The proportions of the house as a table of Markdown: lines, packages, what the facade reaches, circles, JSON written by hand. Needs the compiled classes.
 *
 * <pre>mvn -q -DskipTests package && java bench/House.java [FOLDER OF A CHECKOUT]</pre>
 */
public final class House {

    private static final String ROOT = "io.alignemulator";

    /** Rooms whose JSON is the site's own: records, their values and patches are trees by nature. */
    private static final Pattern RECORDS = Pattern.compile(".*/(resource|world|values|fixtures|http|query)/.*");

    private static final Pattern TREE = Pattern.compile(
            "\\b(JsonNode|ObjectNode|ArrayNode|JsonParser|JsonGenerator|JsonToken)\\b|\\bJson\\.(object|read|array)\\(|Map<String, Object> json\\b|\\bjson\\.put\\(");

    private final Path folder;
    private final Map<String, Integer> lines = new TreeMap<>();
    private final Map<String, Set<String>> uses = new HashMap<>();

    private House(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        new House(Path.of(args.length > 0 ? args[0] : ".")).print();
    }

    private void print() throws IOException {
        Path main = folder.resolve("src/main/java");
        for (Path file : java(main)) {
            lines.put(main.relativize(file).toString().replace(".java", "").replace('/', '.'), count(file));
        }
        dependencies(folder.resolve("target/classes"));
        int all = sum(lines.values());
        int tests = 0;
        for (String tree : List.of("src/test/java", "src/it")) {
            tests += Files.isDirectory(folder.resolve(tree)) ? sum(java(folder.resolve(tree)).stream().map(House::count).toList()) : 0;
        }
        System.out.println("| what | measured |\n|---|--:|");
        row("main: files; lines", lines.size() + "; " + number(all));
        row("build tools (src/build): lines", number(Files.isDirectory(folder.resolve("src/build/java"))
                ? sum(java(folder.resolve("src/build/java")).stream().map(House::count).toList())
                : 0));
        Set<String> facade = closure(lines.keySet().stream().filter(name -> name.matches(ROOT + "\\.(JiraAlignEmulator|Builder|LocalEmulator)")).toList());
        row("closure of the facade: files; lines", facade.size() + "; " + number(sum(facade.stream().map(lines::get).toList())));
        row("tests: lines; tests to main", number(tests) + "; " + String.format(Locale.ROOT, "%.2f", (double) tests / all));
        packages();
        files();
        row("circles of packages", circles());
        row("JSON by hand: lines of methods that hold a tree, but for the records of the site", number(trees(main)));
        Path jar = folder.resolve("target/jira-align-emulator-lean.jar");
        for (Path each : List.of(folder.resolve("target/jira-align-emulator.jar"), jar)) {
            if (Files.exists(each)) {
                row(each.getFileName() + ": bytes", number(Files.size(each)));
            }
        }
    }

    private static void row(String what, Object value) {
        System.out.println("| " + what + " | " + value + " |");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static int sum(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Path> java(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static int count(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What each source file uses, from the class files: nested classes count for the file that holds them. */
    private void dependencies(Path classes) {
        StringWriter out = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        jdeps.run(new PrintWriter(out), new PrintWriter(out), "-v", "--multi-release", "base", "-cp", classes.toString(), classes.toString());
        for (String line : out.toString().split("\n")) {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 3 && words[1].equals("->") && words[0].startsWith(ROOT) && words[2].startsWith(ROOT)) {
                uses.computeIfAbsent(source(words[0]), name -> new TreeSet<>()).add(source(words[2]));
            }
        }
    }

    private static String source(String type) {
        return type.replaceFirst("\\$.*", "");
    }

    private Set<String> closure(Collection<String> begin) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (lines.containsKey(next) && seen.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    private static String room(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private void packages() {
        Map<String, Integer> sizes = new TreeMap<>();
        Map<String, Integer> files = new TreeMap<>();
        lines.forEach((name, count) -> {
            sizes.merge(room(name), count, Integer::sum);
            files.merge(room(name), 1, Integer::sum);
        });
        Map.Entry<String, Integer> most = files.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        Map.Entry<String, Integer> longest = sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        row("package with most files", most.getKey() + " " + most.getValue());
        row("package with most lines", longest.getKey() + " " + number(longest.getValue()));
    }

    private void files() {
        List<Integer> sorted = lines.values().stream().sorted().toList();
        row("file: p50; p90; longest", sorted.get(sorted.size() / 2) + "; " + sorted.get(sorted.size() * 9 / 10) + "; " + sorted.get(sorted.size() - 1));
    }

    /** Packages that reach each other, the root package included. */
    private String circles() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        uses.forEach((from, tos) -> tos.stream()
                .filter(to -> !room(to).equals(room(from)))
                .forEach(to -> rooms.computeIfAbsent(room(from), name -> new TreeSet<>()).add(room(to))));
        Map<String, Set<String>> reach = new TreeMap<>();
        rooms.keySet().forEach(room -> reach.put(room, reached(rooms, room)));
        Set<String> found = rooms.keySet().stream()
                .flatMap(a -> reach.get(a).stream()
                        .filter(b -> a.compareTo(b) < 0 && reach.getOrDefault(b, Set.of()).contains(a))
                        .map(b -> a + " <-> " + b))
                .collect(Collectors.toCollection(TreeSet::new));
        return found.isEmpty() ? "0" : found.size() + ": " + String.join(", ", found);
    }

    private static Set<String> reached(Map<String, Set<String>> rooms, String from) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(rooms.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(rooms.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    /** Lines of the methods in which a JSON tree or stream is taken apart or put together. */
    private static int trees(Path main) throws IOException {
        int found = 0;
        for (Path file : java(main)) {
            if (!RECORDS.matcher(file.toString()).matches()) {
                for (List<String> method : methods(Files.readAllLines(file))) {
                    found += method.stream().anyMatch(line -> TREE.matcher(line).find()) ? method.size() : 0;
                }
            }
        }
        return found;
    }

    /** Methods by their indentation, which the formatter fixes: from a line that opens a block at the level of members to the brace that closes it. */
    private static List<List<String>> methods(List<String> file) {
        List<List<String>> methods = new ArrayList<>();
        for (String indent : List.of("    ", "        ")) {
            int begin = -1;
            for (int i = 0; i < file.size(); i++) {
                String line = file.get(i);
                if (line.startsWith(indent) && !line.startsWith(indent + " ") && line.matches("\\s*(public |private |protected |static |final |default |abstract |synchronized |<|[A-Z]|void|int|long|boolean|byte).*\\(.*")
                        && !line.contains(" class ") && !line.contains(" record ") && !line.strip().startsWith("return") && !line.endsWith(";")) {
                    begin = i;
                } else if (begin >= 0 && line.equals(indent + "}")) {
                    methods.add(file.subList(begin, i + 1));
                    begin = -1;
                }
            }
        }
        return methods;
    }
}
