package io.alignemulator.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        write(Path.of(args[1]), texts(Path.of(args[0])));
    }

    /** Into the folder of class files. */
    static void write(Path classes, Map<String, String> texts) throws IOException {
        Path target = classes.resolve("io/alignemulator/http");
        Files.createDirectories(target);
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Files.writeString(target.resolve(file.getKey()), file.getValue());
        }
    }

    /** The documents by file name, as they are written: indented, one line feed at the end; their examples are records and answers of the set {@code demo}. */
    public static Map<String, String> texts(Path openapi) throws IOException {
        try (DemoSite site = new DemoSite()) {
            return texts(openapi, site);
        }
    }

    /** The same with the examples that a site has. */
    static Map<String, String> texts(Path openapi, ExampleSite site) throws IOException {
        ObjectNode document = document(openapi, site);
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

    static ObjectNode document(Path openapi, ExampleSite site) throws IOException {
        ObjectNode sources = CatalogueCompiler.readSources(openapi);
        Catalogue catalogue = CatalogueReader.read(sources);
        List<Resource> served =
                catalogue.resources().stream().filter(Resource::isServed).toList();
        ObjectNode document = (ObjectNode)
                new YAMLMapper().readTree(openapi.resolve("common.yaml").toFile());
        ObjectNode components = document.withObject("components");
        OpenApiSchemas schemas = new OpenApiSchemas(catalogue, sources);
        components.withObject("schemas").setAll(schemas.all());
        Map<Route, OpenApiRouteExample> records = records(catalogue, served, site);
        examples(catalogue, new OpenApiExamples(schemas), records, components.withObject("examples"));
        OpenApiPaths paths = new OpenApiPaths(catalogue, records, document);
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

    private static Map<Route, OpenApiRouteExample> records(
            Catalogue catalogue, List<Resource> served, ExampleSite site) {
        Map<Route, OpenApiRouteExample> records = new LinkedHashMap<>();
        for (Resource resource : served) {
            List<JsonNode> stored = site.stored(catalogue.resource(resource.recordsOf()));
            resource.routes()
                    .forEach(route -> records.put(route, new OpenApiRouteExample(site, stored, resource, route)));
        }
        return records;
    }

    /** A resource with several routes shows the record of the first. */
    private static void examples(
            Catalogue catalogue, OpenApiExamples examples, Map<Route, OpenApiRouteExample> records, ObjectNode target) {
        for (Resource resource : catalogue.resources()) {
            Optional<OpenApiRouteExample> record =
                    resource.routes().stream().findFirst().map(records::get);
            JsonNode item = record.flatMap(OpenApiRouteExample::item).orElseGet(() -> examples.item(resource));
            if (resource.isServed()) {
                target.putObject(resource.name()).set("value", item);
                target.putObject(resource.name() + "List")
                        .putArray("value")
                        .add(record.flatMap(OpenApiRouteExample::row).orElse(item));
            }
            if (resource.name().equals(OpenApiPaths.AUDIT_LOG)) {
                JsonNode entry = records.values().stream()
                        .flatMap(each -> each.below("auditlog").stream())
                        .flatMap(JsonNode::valueStream)
                        .findFirst()
                        .orElseGet(() -> examples.item(resource));
                target.putObject(resource.name() + "List").putArray("value").add(entry);
            }
            if (OpenApiSchemas.isWritable(resource)) {
                target.putObject(OpenApiSchemas.writeName(resource)).set("value", examples.body(resource, item));
            }
            if (resource.verbs().contains(Verb.UPDATE)) {
                target.putObject(resource.name() + "Replacement").set("value", examples.replacement(resource, item));
                target.putObject(resource.name() + "Patch").set("value", examples.patch(resource, item));
            }
        }
    }

    private static void tags(List<Resource> served, ArrayNode tags) {
        for (Resource resource : served) {
            String official = resource.seed() ? "one" : "not one";
            String text = "Calls about " + resource.noun().many() + ", " + official + " of the 25 official objects.";
            tags.addObject().put("name", OpenApiOperations.tag(resource)).put("description", text);
        }
    }
}
