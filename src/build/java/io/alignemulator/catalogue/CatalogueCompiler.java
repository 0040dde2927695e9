package io.alignemulator.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Build step: turns {@code openapi/resources/*.yaml} into the one compact file that {@link Catalogue#load()} reads, so that starting a server parses no YAML. What only
 * documents (evidence, notes, examples) is left out of it. The YAML reader is on the class path of the build only.
 */
public final class CatalogueCompiler {

    private static final Set<String> DOCUMENTATION = Set.of(
            "description",
            "examples",
            "x-evidence",
            "x-type-evidence",
            "x-source",
            "x-note",
            "x-list",
            "x-stamps-note",
            "x-key-order-evidence");

    private CatalogueCompiler() {}

    /** Arguments: the {@code openapi} folder and the folder for class files. */
    public static void main(String[] args) throws IOException {
        ObjectNode compiled = readSources(Path.of(args[0]));
        strip(compiled);
        CatalogueReader.read(compiled);
        Path target = Path.of(args[1]).resolve("io/alignemulator/catalogue").resolve(Catalogue.COMPILED);
        Files.createDirectories(target.getParent());
        Files.write(target, JsonMapper.shared().writeValueAsBytes(compiled));
    }

    /** The whole catalogue as written: {@code {"models": {...}, "actions": {...}, "resources": {"Capability": {...}, ...}}}, documentation included. */
    static ObjectNode readSources(Path openapi) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode root = yaml.createObjectNode();
        root.set("models", yaml.readTree(openapi.resolve("models.yaml").toFile()));
        root.set("actions", yaml.readTree(openapi.resolve("actions.yaml").toFile()));
        Map<String, JsonNode> resources = new TreeMap<>();
        try (Stream<Path> files = Files.list(openapi.resolve("resources"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                JsonNode resource = yaml.readTree(file.toFile());
                resources.put(resource.path("title").asString(), resource);
            }
        }
        root.putObject("resources").setAll(resources);
        return root;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(DOCUMENTATION.stream()
                    .filter(key -> isDocumentation(object, key))
                    .toList());
        }
        node.forEach(CatalogueCompiler::strip);
    }

    /** A field may itself be called "description": then its value is a schema. */
    private static boolean isDocumentation(ObjectNode object, String key) {
        return object.has(key)
                && !(key.equals("description") && object.path(key).isObject());
    }
}
