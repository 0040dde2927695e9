package io.alignemulator.conformance.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Build step: turns {@code conformance/} into the one file that {@link Suite#load()} reads, and refuses what is wrong in it. What is only a shorter way to write something is written out
 * here: {@code rows} of a scenario, {@code times} of a task, and the site that nobody described.
 */
public final class SuiteCompiler {

    private static final String ENDING = ".yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private SuiteCompiler() {}

    /** Arguments: the {@code conformance} folder and the folder for class files. */
    public static void main(String[] args) throws IOException {
        String compiled = JsonMapper.shared().writeValueAsString(sources(Path.of(args[0])));
        Suite.read(compiled);
        Path target = Path.of(args[1])
                .resolve(Suite.class.getPackageName().replace('.', '/'))
                .resolve(Suite.COMPILED);
        Files.createDirectories(target.getParent());
        Files.writeString(target, compiled, StandardCharsets.UTF_8);
        Files.copy(
                Path.of(args[0]).resolve(Suite.PROTOCOL),
                target.resolveSibling(Suite.PROTOCOL),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static ObjectNode sources(Path folder) throws IOException {
        ObjectNode suite =
                (ObjectNode) YAML.readTree(folder.resolve("requirements.yaml").toFile());
        suite.set("sentences", YAML.readTree(folder.resolve("sentences.yaml").toFile()));
        ArrayNode scenarios = suite.putArray("scenarios");
        try (Stream<Path> list = Files.list(folder.resolve("scenarios"))) {
            List<Path> files =
                    list.filter(file -> name(file).endsWith(ENDING)).sorted().toList();
            for (Path file : files) {
                String name = name(file).substring(0, name(file).length() - ENDING.length());
                ObjectNode scenario = YAML.createObjectNode().put("name", name);
                scenarios.add(scenario.setAll((ObjectNode) YAML.readTree(file.toFile())));
                writeOut(scenario);
            }
        }
        return suite;
    }

    private static void writeOut(ObjectNode scenario) {
        ObjectNode site = scenario.withObjectProperty("site");
        site.putIfAbsent("fixtures", site.stringNode("minimal"));
        site.putIfAbsent("rateLimit", site.stringNode("off"));
        if (scenario.remove("rows") instanceof ArrayNode rows) {
            rows.forEach(each -> addRows(site, each));
        }
        ArrayNode tasks = YAML.createArrayNode();
        for (JsonNode task : scenario.required("do")) {
            JsonNode times = ((ObjectNode) task).remove("times");
            for (int i = 0; i < (times == null ? 1 : times.intValue()); i++) {
                tasks.add(task);
            }
        }
        scenario.set("do", tasks);
    }

    /** Many records of one form; {@code {n}} counts. */
    private static void addRows(ObjectNode site, JsonNode rows) {
        ArrayNode records = site.withObjectProperty("seed")
                .withArrayProperty(rows.required("collection").stringValue());
        for (int n = 1; n <= rows.required("count").intValue(); n++) {
            records.add(JsonMapper.shared()
                    .readTree(rows.required("record").toString().replace("{n}", Integer.toString(n))));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
