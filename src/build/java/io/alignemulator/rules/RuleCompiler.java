package io.alignemulator.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Build step: turns {@code openapi/rules.yaml} into the file that {@link RuleBook} reads, and refuses what is misspelt in it. */
public final class RuleCompiler {

    private static final Set<String> KEYS = Set.of(
            "id",
            "status",
            "evidence",
            "source",
            "says",
            "refuses",
            "switch",
            "setting",
            "unswitched",
            "default",
            "test",
            "later");

    private RuleCompiler() {}

    /** Compiles the rules of a folder {@code openapi} into a folder for class files. */
    public static void compile(Path openapi, Path classes) throws IOException {
        Path target = classes.resolve("io/alignemulator/rules").resolve(RuleBook.COMPILED);
        Files.createDirectories(target.getParent());
        Files.write(target, JsonMapper.shared().writeValueAsBytes(compiled(openapi)));
    }

    /** The rules as written, with their counts in front. */
    static ObjectNode compiled(Path openapi) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        JsonNode source = yaml.readTree(openapi.resolve("rules.yaml").toFile());
        for (JsonNode rule : source.path("rules")) {
            rule.propertyNames().stream().filter(key -> !KEYS.contains(key)).forEach(key -> {
                throw new IllegalArgumentException(rule.path("id").asString() + ": no key is called " + key);
            });
        }
        RuleBook book = RuleBook.read(JsonMapper.shared().writeValueAsBytes(source));
        ObjectNode compiled = yaml.createObjectNode();
        ObjectNode evidence = compiled.putObject("evidence");
        for (Evidence each : Evidence.values()) {
            evidence.put(each.name(), each.meaning());
        }
        count(compiled.putObject("holds"), book.counts(true));
        count(compiled.putObject("planned"), book.counts(false));
        compiled.set("families", source.path("families"));
        compiled.set("sources", source.path("sources"));
        compiled.set("rules", source.path("rules"));
        return compiled;
    }

    private static void count(ObjectNode json, Map<Evidence, Long> counts) {
        counts.forEach((evidence, count) -> json.put(evidence.name(), count));
    }
}
