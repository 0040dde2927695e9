package io.alignemulator.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alignemulator.wording.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Build step: reads the YAML files of a catalogue and checks each against {@code catalogue.schema.json}, the language they are written in. All mistakes are told, each as
 * {@code file:line: key: what is wrong}.
 */
final class CatalogueSource {

    /** Name of the schema in the {@code openapi} folder. */
    static final String SCHEMA = "catalogue.schema.json";

    private final YAMLMapper mapper = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final Path folder;
    private final ObjectNode document;
    private final Map<String, Schema> schemas = new HashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Map<String, Integer>> lines = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** @param folder the {@code openapi} folder */
    CatalogueSource(Path folder) throws IOException {
        this.folder = folder;
        this.document = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(SCHEMA)));
        document.remove("$id");
    }

    /** What is wrong with the files that were read so far. */
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /**
     * The content of one file.
     *
     * @param file below the folder
     * @param part name of the definition of the schema that says what such a file holds
     */
    JsonNode read(String file, String part) throws IOException {
        byte[] yaml = Files.readAllBytes(folder.resolve(file));
        files.put(file, yaml);
        try {
            JsonNode content = mapper.readTree(yaml);
            check(content, part).forEach((at, what) -> mistake(file, at, what));
            return content;
        } catch (JacksonException e) {
            mistakes.add(file + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
            return mapper.createObjectNode();
        }
    }

    /** Notes what is wrong at a place of a file that was read. */
    void mistake(String file, JsonPointer at, String what) {
        String name = at.matches() ? "" : at.toString().substring(1).replace('/', '.') + ": ";
        mistakes.add(file + ":" + line(linesOf(file), at) + ": " + name + what);
    }

    /** Looked for where there is a mistake only: that takes as long as all else that is done with the file. */
    private Map<String, Integer> linesOf(String file) {
        byte[] yaml = files.get(file);
        return yaml == null ? Map.of() : lines.computeIfAbsent(file, each -> lines(yaml));
    }

    /** The line of each key and element, by JSON pointer. */
    private Map<String, Integer> lines(byte[] yaml) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = mapper.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    /** The line of what a pointer names; what is missing has that of the object that lacks it. */
    private static int line(Map<String, Integer> lines, JsonPointer pointer) {
        Integer line = lines.get(pointer.toString());
        return line != null ? line : pointer.head() == null ? 1 : line(lines, pointer.head());
    }

    private Map<JsonPointer, String> check(JsonNode content, String part) {
        Map<JsonPointer, String> found = new LinkedHashMap<>();
        for (Error error : schemas.computeIfAbsent(part, this::schema).validate(content)) {
            JsonPointer at = JsonPointer.compile(error.getInstanceLocation().toString());
            boolean ofAKey =
                    error.getProperty() != null && error.getInstanceNode().has(error.getProperty());
            JsonPointer place = ofAKey ? at.appendProperty(error.getProperty()) : at;
            found.putIfAbsent(place, sentence(error));
        }
        return found;
    }

    private Schema schema(String part) {
        return registry.getSchema(document.deepCopy().put("$ref", "#/$defs/" + part));
    }

    private String sentence(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        JsonNode owner = document.at(JsonPointer.compile(keyword).head());
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                unknown(error.getProperty(), owner.path("properties").propertyNames());
            case "pattern", "enum", "const", "anyOf", "oneOf" ->
                error.getInstanceNode() + " " + error.getMessage()
                        + (owner.has("description")
                                ? "; expected: " + owner.path("description").asString()
                                : "");
            default -> error.getMessage();
        };
    }

    private static String unknown(String key, Collection<String> known) {
        return Nearest.within(Math.max(2, key.length() / 3), key, known)
                .map(nearest -> "unknown key; did you mean " + nearest + "?")
                .orElseGet(() -> "unknown key; known are " + String.join(", ", known));
    }
}
