package io.alignemulator.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Build step: the complete OpenAPI 3.1 document of the emulated API, generated from the catalogue: {@code openapi/common.yaml} holds what no resource decides, the resources
 * decide the rest. The same catalogue gives the same bytes.
 */
public final class OpenApiGenerator {

    /** File name of the document, in the repository and in the jar. */
    public static final String DOCUMENT = "jira-align-2.0.json";

    private OpenApiGenerator() {}

    /** Arguments: the {@code openapi} folder and the folder for class files, where the document becomes a resource of the package {@code http}. */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]).resolve("io/alignemulator/http").resolve(DOCUMENT);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text(Path.of(args[0])));
    }

    /** The document as it is written: indented, one line feed at the end. */
    public static String text(Path openapi) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JsonMapper.shared().writer().with(printer).writeValueAsString(document(openapi)) + "\n";
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
        return document;
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
