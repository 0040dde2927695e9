package io.alignemulator.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Build step: the complete OpenAPI 3.1 document of the emulated API, and the same in the form of 3.0, generated from the catalogue: {@code openapi/common.yaml} holds what no resource
 * decides, the resources decide the rest. The same catalogue gives the same bytes.
 */
public final class OpenApiGenerator {

    private static final String DOCUMENT = "jira-align-2.0.json";
    private static final String DOCUMENT_30 = "jira-align-2.0.openapi-3.0.json";

    private OpenApiGenerator() {}

    /** Arguments: the {@code openapi} folder and the folder for class files, where the documents become resources of the package {@code http}. */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]).resolve("io/alignemulator/http");
        Files.createDirectories(target);
        for (Map.Entry<String, String> file : texts(Path.of(args[0])).entrySet()) {
            Files.writeString(target.resolve(file.getKey()), file.getValue());
        }
    }

    /** The documents by file name, as they are written: indented, one line feed at the end. */
    public static Map<String, String> texts(Path openapi) throws IOException {
        ObjectNode document = document(openapi);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(DOCUMENT, text(document));
        texts.put(DOCUMENT_30, text(OpenApi30.of(document)));
        return texts;
    }

    private static String text(ObjectNode document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JsonMapper.shared().writer().with(printer).writeValueAsString(document) + "\n";
    }

    static ObjectNode document(Path openapi) throws IOException {
        ObjectNode sources = CatalogueCompiler.readSources(openapi);
        Catalogue catalogue = CatalogueReader.read(sources);
        List<Resource> served =
                catalogue.resources().stream().filter(Resource::isServed).toList();
        ObjectNode document = (ObjectNode)
                new YAMLMapper().readTree(openapi.resolve("common.yaml").toFile());
        ObjectNode components = document.withObject("components");
        OpenApiSchemas schemas = new OpenApiSchemas(catalogue, sources);
        components.withObject("schemas").setAll(schemas.all());
        examples(catalogue, new OpenApiExamples(schemas), components.withObject("examples"));
        OpenApiPaths paths = new OpenApiPaths(catalogue, document.withObject("paths"));
        served.forEach(paths::add);
        tags(served, document.putArray("tags"));
        withoutUnused(document, components.withObject("schemas"));
        return document;
    }

    /** Schemas of records that are never answered alone: code is generated for each that is there. */
    private static void withoutUnused(ObjectNode document, ObjectNode schemas) {
        Set<String> used = new HashSet<>();
        references(document.path("paths"), schemas, used);
        references(document.at("/components/responses"), schemas, used);
        schemas.retain(used);
    }

    private static void references(JsonNode node, ObjectNode schemas, Set<String> used) {
        for (JsonNode reference : node.findValues("$ref")) {
            String name = reference.asString("").replaceFirst("^#/components/schemas/", "");
            if (schemas.has(name) && used.add(name)) {
                references(schemas.path(name), schemas, used);
            }
        }
    }

    private static void examples(Catalogue catalogue, OpenApiExamples examples, ObjectNode target) {
        for (Resource resource : catalogue.resources()) {
            if (resource.isServed()) {
                target.putObject(resource.name()).set("value", examples.item(resource));
            }
            if (resource.isServed() || resource.name().equals(OpenApiPaths.AUDIT_LOG)) {
                target.putObject(resource.name() + "List").putArray("value").add(examples.item(resource));
            }
            if (OpenApiSchemas.isWritable(resource)) {
                target.putObject(OpenApiSchemas.writeName(resource)).set("value", examples.body(resource));
            }
            if (resource.verbs().contains(Verb.UPDATE)) {
                target.putObject(resource.name() + "Patch").set("value", examples.patch(resource));
            }
        }
    }

    private static void tags(List<Resource> served, ArrayNode tags) {
        for (Resource resource : served) {
            String text = resource.seed() ? "One of the 25 official objects." : "Not one of the 25 official objects.";
            tags.addObject().put("name", OpenApiOperations.tag(resource)).put("description", text);
        }
    }
}
