package io.alignemulator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The generated document is a valid description of the API, whatever the catalogue says. */
class OpenApiDocumentTest {

    private static final String META_SCHEMA = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static ObjectNode document;
    private static Catalogue catalogue;

    @BeforeAll
    static void generate() throws IOException {
        try (DemoSite site = new DemoSite()) {
            document = OpenApiGenerator.document(Path.of("openapi"), site);
        }
        catalogue = CatalogueReader.read(CatalogueCompiler.readSources(Path.of("openapi")));
    }

    @Test
    void conformsToTheOfficialMetaSchemaOfOpenApi31() {
        assertEquals(List.of(), metaSchema().validate(document));
    }

    @Test
    void metaSchemaSeesABrokenOperationAndABrokenSchema() {
        ObjectNode operation = document.deepCopy();
        ((ObjectNode) operation.at("/paths/~1rest~1align~1api~12~1Epics/get")).put("parameters", "none");
        assertFalse(metaSchema().validate(operation).isEmpty());

        ObjectNode schema = document.deepCopy();
        ((ObjectNode) schema.at("/components/schemas/EpicExpandedDto/properties/title")).put("type", "text");
        assertFalse(metaSchema().validate(schema).isEmpty());
    }

    @Test
    void theOlderFormConformsToTheOfficialMetaSchemaOfOpenApi30() {
        ObjectNode older = OpenApi30.of(document);
        Schema schema = metaSchema30();
        assertEquals(List.of(), schema.validate(older));
        ((ObjectNode) older.at("/components/schemas/EpicExpandedDto/properties/title")).put("type", "text");
        assertFalse(schema.validate(older).isEmpty());
        List<String> left = new ArrayList<>();
        visit("", OpenApi30.of(document).path("components").path("schemas"), (at, node) -> {
            if (node.path("type").isArray() || node.has("const") || node.has("examples")) {
                left.add(at);
            }
        });
        assertEquals(List.of(), left);
    }

    @Test
    void everyReferenceResolves() {
        List<String> dangling = new ArrayList<>();
        visit("", document, (at, node) -> {
            String reference = node.path("$ref").asString("");
            if (!reference.isEmpty() && resolve(reference).isMissingNode()) {
                dangling.add(at + " -> " + reference);
            }
        });
        assertEquals(List.of(), dangling);
    }

    /** Validators that follow every reference ahead run out of memory on circles. */
    @Test
    void noSchemaLeadsBackToItself() {
        for (String name : document.at("/components/schemas").propertyNames()) {
            Set<String> reached = new HashSet<>();
            reach(name, reached);
            assertFalse(reached.contains(name), name);
        }
    }

    @Test
    void expandedObjectsArePlainRecords() {
        JsonNode expanded = document.at("/components/schemas/EpicExpandedDto/properties");
        assertEquals("object", expanded.at("/owner/type").asString("object"));
        assertEquals(
                "#/components/schemas/FeatureDto",
                expanded.at("/features/items/$ref").asString());
        assertTrue(expanded.has("releaseIds"));
        assertTrue(
                document.at("/components/schemas/FeatureDto/properties/owner").isMissingNode());
    }

    /** What code generators of all kinds read: they lose null in allOf and in anyOf, and make their own of lists that hold null, of defaults and of formats that they do not know. */
    @Test
    void schemasHaveTheFormThatGeneratedCodeReads() {
        List<String> wrong = new ArrayList<>();
        visit("", document.at("/components/schemas"), (at, node) -> {
            if (node.has("allOf") || node.has("anyOf") || node.has("default") || node.has("patternProperties")) {
                wrong.add(at + ": " + node.propertyNames());
            }
            node.path("enum").forEach(value -> {
                if (!value.isString()) {
                    wrong.add(at + ": enum with " + value);
                }
            });
            if (node.path("format").isString()
                    && !Set.of("date-time", "double", "email", "uri", "int32")
                            .contains(node.path("format").asString())) {
                wrong.add(at + ": format " + node.path("format"));
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(
                "[\"integer\",\"null\"]",
                document.at("/components/schemas/EpicExpandedDto/properties/mvp/type")
                        .toString());
        assertEquals(
                1,
                document.at("/components/schemas/EpicExpandedDto/properties/mvp/maximum")
                        .asInt());
    }

    /** {@code $select} leaves out any key of a record. */
    @Test
    void onlyBodiesRequireKeys() {
        Set<String> requiring = new TreeSet<>();
        visit("", document.at("/components/schemas"), (at, node) -> {
            if (node.path("required").isArray()) {
                requiring.add(at.substring(1));
            }
        });
        requiring.removeIf(name -> name.endsWith("Write"));
        assertEquals(Set.of("JsonPatchOperation"), requiring);
    }

    @Test
    void everyComponentIsUsed() {
        Set<String> used = new HashSet<>();
        visit("", document, (at, node) -> used.add(node.path("$ref").asString("")));
        List<String> unused = new ArrayList<>();
        for (String kind : List.of("schemas", "parameters", "responses", "examples")) {
            for (String name : document.at("/components/" + kind).propertyNames()) {
                String reference = "#/components/" + kind + "/" + name;
                if (!used.contains(reference)) {
                    unused.add(reference);
                }
            }
        }
        assertEquals(List.of(), unused);
    }

    @Test
    void operationIdsAreUnique() {
        List<String> ids = new ArrayList<>();
        operations((path, operation) -> ids.add(operation.path("operationId").asString()));
        assertTrue(ids.size() > 150, "operations: " + ids.size());
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void everyPathVariableIsDeclaredAndEveryDeclaredOneIsInThePath() {
        operations((path, operation) -> {
            List<String> variables = new ArrayList<>();
            Matcher matcher = VARIABLE.matcher(path);
            while (matcher.find()) {
                variables.add(matcher.group(1));
            }
            List<String> declared = new ArrayList<>();
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asString("").equals("path")) {
                    declared.add(parameter.path("name").asString());
                }
            }
            assertEquals(variables, declared, path);
        });
    }

    @Test
    void everyExampleIsValidUnderItsOwnSchema() {
        Map<JsonNode, Schema> schemas = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        visit("", document, (at, node) -> {
            if (node.has("schema") && (node.has("examples") || node.has("example"))) {
                Schema schema = schemas.computeIfAbsent(node.path("schema"), OpenApiDocumentTest::standalone);
                examples(node).forEach(example -> {
                    seen.add(at);
                    schema.validate(example).forEach(error -> wrong.add(at + ": " + error));
                });
            }
        });
        assertTrue(seen.size() > 400, "examples: " + seen.size());
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyBodyHasAnExample() {
        visit("", document, (at, node) -> {
            if (at.matches(".*/content/application~1[^/]*")) {
                assertTrue(node.has("examples"), at);
            }
        });
    }

    @Test
    void aBodyThatLacksARequiredKeyIsNotValid() {
        ObjectNode epic =
                document.at("/components/examples/EpicWrite/value").deepCopy().asObject();
        epic.remove("title");
        Schema schema = standalone(document.at("/components/schemas/EpicWrite"));
        List<Error> errors = schema.validate(epic);
        assertEquals(1, errors.size());
        assertEquals("required", errors.get(0).getKeyword());
    }

    @Test
    void onlyTheEvidenceAndFormatsOfTheCatalogueArePublished() {
        visit("", document, (at, node) -> node.propertyNames().stream()
                .filter(key -> key.startsWith("x-") && !key.equals("x-format"))
                .forEach(key -> {
                    assertEquals("x-evidence", key, at);
                    assertTrue(node.path(key).asString().matches("documented|observed|listed|inferred"), at);
                }));
    }

    @Test
    void everyPropertyOfARecordSaysItsEvidence() {
        for (Resource resource : catalogue.resources()) {
            document.at("/components/schemas/" + OpenApiSchemas.readName(resource) + "/properties")
                    .properties()
                    .forEach(p -> assertTrue(p.getValue().has("x-evidence"), resource.name() + "." + p.getKey()));
        }
    }

    @Test
    void readSchemaHasThePrintedFieldsInKeyOrder() {
        for (Resource resource : catalogue.resources()) {
            if (resource.isServed()) {
                List<String> printed = resource.fields().stream()
                        .filter(Field::isPrinted)
                        .map(Field::name)
                        .toList();
                JsonNode properties =
                        document.at("/components/schemas/" + OpenApiSchemas.readName(resource) + "/properties");
                assertEquals(
                        printed,
                        properties.propertyNames().stream()
                                .limit(printed.size())
                                .toList(),
                        resource.name());
            }
        }
    }

    @Test
    void passwordIsWrittenAndNeverRead() {
        assertTrue(document.at("/components/schemas/UserWrite/properties/password/writeOnly")
                .asBoolean());
        assertTrue(document.at("/components/schemas/UserExpandedDto/properties/password")
                .isMissingNode());
    }

    @Test
    void everyRouteHasItsVerbs() {
        for (Resource resource : catalogue.resources()) {
            for (Route route : resource.routes()) {
                JsonNode paths = document.path("paths");
                Set<String> collection = methods(paths.path("/rest/align/api/2/" + route.path()));
                Set<String> item = methods(paths.path("/rest/align/api/2/" + route.path() + "/{id}"));
                boolean create = resource.verbs().contains(Verb.CREATE);
                assertEquals(create ? Set.of("get", "post") : Set.of("get"), collection, route.path());
                Set<String> expected = new HashSet<>(Set.of("get"));
                if (resource.verbs().contains(Verb.UPDATE)) {
                    expected.addAll(Set.of("put", "patch"));
                }
                if (resource.verbs().contains(Verb.DELETE)) {
                    expected.add("delete");
                }
                assertEquals(expected, item, route.path());
            }
        }
    }

    @Test
    void onlyCustomHierarchiesTheirLevelsAndTeamMappingsCanBeDeleted() {
        List<String> deletable = new ArrayList<>();
        document.path("paths").forEachEntry((path, item) -> {
            if (item.has("delete")) {
                deletable.add(path);
            }
        });
        assertEquals(
                List.of(
                        "/rest/align/api/2/Connectors/{connectorId}/TeamMappings/{id}",
                        "/rest/align/api/2/CustomHierarchies/{id}",
                        "/rest/align/api/2/CustomHierarchies/{hierarchyId}/levels/{id}"),
                deletable);
    }

    /** A schema of the document that can be used on its own: it carries the components that it refers to. */
    private static Schema standalone(JsonNode schema) {
        ObjectNode copy = schema.deepCopy().asObject();
        copy.putObject("components").set("schemas", document.at("/components/schemas"));
        return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31()).getSchema(copy);
    }

    private static Schema metaSchema() {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        b -> b.schemaIdResolvers(
                                ids -> ids.mapPrefix("https://spec.openapis.org/", "classpath:spec.openapis.org/")))
                .getSchema(SchemaLocation.of(META_SCHEMA));
    }

    private static Schema metaSchema30() {
        try (InputStream in =
                OpenApiDocumentTest.class.getResourceAsStream("/spec.openapis.org/oas/3.0/schema/2021-09-28")) {
            return SchemaRegistry.withDefaultDialect(Dialects.getDraft4())
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> examples(JsonNode node) {
        List<JsonNode> examples = new ArrayList<>();
        if (node.has("example")) {
            examples.add(node.path("example"));
        }
        for (JsonNode example : node.path("examples")) {
            JsonNode resolved =
                    example.has("$ref") ? resolve(example.path("$ref").asString()) : example;
            examples.add(resolved.path("value"));
        }
        return examples;
    }

    private static Set<String> methods(JsonNode path) {
        Set<String> methods = new HashSet<>(path.propertyNames());
        methods.retainAll(METHODS);
        return methods;
    }

    private static void operations(BiConsumer<String, JsonNode> action) {
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        action.accept(path, operation);
                    }
                }));
    }

    private static void reach(String schema, Set<String> reached) {
        visit("", document.at("/components/schemas/" + schema), (at, node) -> {
            String reference = node.path("$ref").asString("").replace("#/components/schemas/", "");
            if (!reference.isEmpty() && reached.add(reference)) {
                reach(reference, reached);
            }
        });
    }

    private static JsonNode resolve(String reference) {
        return document.at(JsonPointer.compile(reference.substring(1)));
    }

    private static void visit(String at, JsonNode node, BiConsumer<String, JsonNode> action) {
        if (node.isObject()) {
            action.accept(at, node);
            node.forEachEntry(
                    (key, value) -> visit(at + "/" + key.replace("~", "~0").replace("/", "~1"), value, action));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(at + "/" + i, node.get(i), action);
            }
        }
    }
}
