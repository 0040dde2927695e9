package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alignemulator.catalogue.Json;
import io.alignemulator.rules.Rule;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every example of docs/control-api.md is taken by a server, and the description for programs says the same. */
class ControlApiPageTest extends BlackBox {

    private static final Set<String> AFTER_THE_ANSWER = Set.of("status", "rule", "ignored", "fault");

    /** A line of a table of the page. */
    record Example(String section, String key, String json) {}

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(Path.of("docs/control-api.md"))) {
            if (line.startsWith("#")) {
                section = line.replaceFirst("#+ ", "");
            } else if (line.startsWith("| `")) {
                String[] cells = line.replace("\\|", "\u0000").split("\\|");
                examples.add(new Example(section, bare(cells[1]), bare(cells[cells.length - 1])));
            }
        }
        return examples.stream();
    }

    private static String bare(String cell) {
        return cell.replace("`", "").replace('\u0000', '|').strip();
    }

    @Rule("EMUL-25")
    @ParameterizedTest
    @MethodSource("examples")
    void anExampleOfThePageIsTaken(Example example) {
        control("POST", "/reset", "").expect(204);
        String json = example.json();
        if (example.section().startsWith("Effect")) {
            control("POST", "/faults", "{\"match\": {\"path\": \"/epics/1\"}, \"effect\": " + json + "}")
                    .expect(201);
            return;
        }
        switch (example.section()) {
            case "CallMatcher" -> matcher(example);
            case "Fault" -> control("POST", "/faults", json).expect(201);
            case "VerifyRequest" -> control("POST", "/requests/verify", json).expect(200);
            case "JournalView" -> control("GET", "/requests?" + query(json), "").expect(200);
            case "AccessQuestion" ->
                control("GET", "/access?" + query(json), "").expect(200);
            case "SandboxRequest" -> sandbox(json);
            case "ClockChange" -> control("PUT", "/clock", json).expect(200);
            case "RateLimitChange" -> {
                control("PUT", "/rate-limit", "{\"limit\": \"600/60:60\"}").expect(200);
                control("PUT", "/rate-limit", json).expect(200);
            }
            case "ImportRequest" -> control("POST", "/import", json).expect(200);
            case "TokenRequest" -> control("POST", "/tokens", json).expect(201);
            case "Settings of a site" -> control("PUT", "/settings", json).expect(200);
            default -> throw new AssertionError("nobody tries the examples of " + example.section());
        }
    }

    private void matcher(Example example) {
        control("POST", "/requests/verify", "{\"matcher\": " + example.json() + "}")
                .expect(200);
        Answer fault = control(
                "POST", "/faults", "{\"match\": " + example.json() + ", \"effect\": {\"type\": \"closeAfter\"}}");
        fault.expect(AFTER_THE_ANSWER.contains(example.key()) ? 400 : 201);
    }

    private void sandbox(String json) {
        control("PUT", "/snapshots/before", "").expect(201);
        String name = control("POST", "/sandboxes", json)
                .expect(201)
                .json()
                .path("name")
                .asString();
        control("DELETE", "/sandboxes/" + name, "").expect(204);
    }

    private static String query(String json) {
        List<String> pairs = new ArrayList<>();
        parsed(json)
                .properties()
                .forEach(each -> pairs.add(
                        each.getKey() + "=" + URLEncoder.encode(each.getValue().asString(), StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    private static JsonNode parsed(String json) {
        return Json.readStrictly(json.getBytes(StandardCharsets.UTF_8));
    }

    @Rule("EMUL-25")
    @Test
    void everyRouteTellsWhatItTakesAndWhatItAnswers() {
        JsonNode document = control("GET", "/openapi.json", "").expect(200).json();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String place = operation.getKey() + " " + path.getKey();
                    JsonNode responses = operation.getValue().path("responses");
                    assertTrue(responses.size() >= 3, place);
                    JsonNode body = operation.getValue().path("requestBody");
                    if (!body.isMissingNode()) {
                        JsonNode content = body.path("content").path("application/json");
                        assertTrue(content.path("schema").has("$ref"), place);
                        assertFalse(content.path("example").isMissingNode(), place);
                        assertTrue(responses.has("400"), place);
                    }
                }));
        List<String> parameters = new ArrayList<>();
        document.path("paths")
                .path("/requests")
                .path("get")
                .path("parameters")
                .forEach(each -> parameters.add(each.path("name").asString()));
        assertTrue(
                parameters.containsAll(List.of("method", "path", "status", "nth", "limit", "order")), "" + parameters);
    }

    @Rule("EMUL-25")
    @Test
    void whatIsReadIsWhatTheDescriptionSays() {
        JsonNode document = control("GET", "/openapi.json", "").expect(200).json();
        client().get("/Epics/1").expect(200);
        control("POST", "/faults", "{\"match\": {\"path\": \"/epics/9\"}, \"effect\": {\"type\": \"closeBefore\"}}")
                .expect(201);
        control("PUT", "/snapshots/before", "").expect(201);
        ExampleCheck check = new ExampleCheck(document);
        int read = 0;
        for (var path : document.path("paths").properties()) {
            JsonNode content = path.getValue().at("/get/responses/200/content/application~1json");
            String address = path.getKey()
                    .replace("{sandbox}", "default")
                    .replace("{collection}", "Epics")
                    .replace("{id}", "1")
                    .replace("{number}", "1")
                    .replace("{name}", path.getKey().startsWith("/sandboxes/{name}") ? "default" : "before");
            if (!content.isMissingNode()) {
                assertFalse(content.path("schema").isEmpty(), address);
                String query = address.endsWith("/access") ? "?path=/epics/1&user=1&verb=GET" : "";
                Answer answer = control("GET", address + query, "").expect(200);
                assertEquals(List.of(), check.errors(content.path("schema"), answer.body()), address);
                read++;
            }
        }
        assertTrue(read > 30, "routes: " + read);
    }

    @Rule("EMUL-25")
    @Test
    void theDescriptionIsAnOpenApiDocument() {
        JsonNode document = control("GET", "/openapi.json", "").expect(200).json();
        var metaSchema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        b -> b.schemaIdResolvers(
                                ids -> ids.mapPrefix("https://spec.openapis.org/", "classpath:spec.openapis.org/")))
                .getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"));
        assertEquals(List.of(), metaSchema.validate(document));
    }

    @Rule("EMUL-25")
    @Test
    void everyReferenceOfTheDescriptionLeadsSomewhere() {
        JsonNode document = control("GET", "/openapi.json", "").expect(200).json();
        document.findValuesAsString("$ref")
                .forEach(reference ->
                        assertFalse(document.at(reference.substring(1)).isMissingNode(), reference));
        assertEquals(14, document.at("/components/schemas/Effect/oneOf").size());
    }

    @Rule("EMUL-25")
    @Test
    void bodiesThatTheServerTakesFitTheDescription() {
        ExampleCheck check =
                new ExampleCheck(control("GET", "/openapi.json", "").expect(200).json());
        check.everyBody();
    }

    /** Asks the schemas of the document about its own examples. */
    private record ExampleCheck(JsonNode document) {

        List<Error> errors(JsonNode schema, String json) {
            ObjectNode alone = schema.deepCopy().asObject();
            alone.set("components", document.path("components"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(alone)
                    .validate(json, InputFormat.JSON);
        }

        void everyBody() {
            document.path("paths")
                    .forEach(path -> path.forEach(operation -> {
                        JsonNode content =
                                operation.path("requestBody").path("content").path("application/json");
                        if (content.has("example")) {
                            var errors = errors(
                                    content.path("schema"),
                                    content.path("example").toString());
                            assertEquals(List.of(), errors, content.toString());
                        }
                    }));
        }
    }
}
