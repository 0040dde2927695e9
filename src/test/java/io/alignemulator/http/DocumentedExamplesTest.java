package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every call that the OpenAPI document shows, sent to a site with the set demo as it stands there: with all examples of its parameters and with each of its bodies. */
@Tag("in-process")
class DocumentedExamplesTest extends BlackBox {

    /** Programs of the set say neither who made them nor when, so there is nothing to log. */
    private static final Pattern WITHOUT_HISTORY = Pattern.compile("^/Programs/\\d+/auditlog");

    private static final Pattern TOKEN = Pattern.compile("`(user:\\d\\|[a-z-]+)`");
    private static final String BASE = "/rest/align/api/2";

    @Override
    SiteUnderTest start() {
        return EmulatedSite.with(ServerSettings.FIXTURES, "demo");
    }

    /** One call of the document. */
    private record Example(String method, String target, String type, String body, boolean isList) {

        @Override
        public String toString() {
            return method + " " + target + (type.isEmpty() ? "" : " " + type);
        }
    }

    @TestFactory
    @Rule("EMUL-35")
    Stream<DynamicTest> everyExampleIsAnswered() {
        List<Example> examples = examples();
        assertTrue(examples.size() > 200, "examples: " + examples.size());
        return examples.stream().map(each -> DynamicTest.dynamicTest(each.toString(), () -> answered(each)));
    }

    @Test
    @Rule("EMUL-35")
    void theTokensThatItNamesAreThoseOfTheSet() {
        String words =
                document().at("/components/securitySchemes/bearer/description").asString();
        List<String> tokens =
                TOKEN.matcher(words).results().map(match -> match.group(1)).toList();
        assertEquals(6, tokens.size(), words);
        for (String token : tokens) {
            int status = client().as(token).get("/Users/whoami").status();
            assertEquals(token.endsWith("|deactivated") ? 401 : 200, status, token);
        }
    }

    private JsonNode document() {
        return wire().get("/rest/align/api/docs/v2/swagger.json").expect(200).json();
    }

    private void answered(Example example) {
        Map<String, String> headers = example.type().isEmpty() ? Map.of() : Map.of("Content-Type", example.type());
        Answer answer = client().send(example.method(), example.target(), headers, example.body());
        if (!example.method().equals("GET")) {
            site().reset();
        }
        int wanted = example.method().equals("GET") ? 200 : example.method().equals("POST") ? 201 : 204;
        assertEquals(wanted, answer.status(), () -> example.body() + "\n-> " + answer.body());
        if (example.isList() && !WITHOUT_HISTORY.matcher(example.target()).find()) {
            assertFalse(answer.json().isEmpty(), "no rows");
        }
    }

    private List<Example> examples() {
        JsonNode document = document();
        List<Example> examples = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, verbs) -> verbs.forEachEntry((verb, operation) -> {
                    String target = target(path.substring(BASE.length()), operation, document);
                    boolean isList = operation
                            .at("/responses/200/content/application~1json/schema/type")
                            .asString("")
                            .equals("array");
                    String method = verb.toUpperCase(Locale.ROOT);
                    if (!operation.has("requestBody")) {
                        examples.add(new Example(method, target, "", "", isList));
                    }
                    operation.at("/requestBody/content").forEachEntry((type, content) -> content.path("examples")
                            .forEach(each -> examples.add(new Example(
                                    method,
                                    target,
                                    type,
                                    resolved(each, document).path("value").toString(),
                                    false))));
                }));
        return examples;
    }

    private static String target(String path, JsonNode operation, JsonNode document) {
        String target = path;
        List<String> query = new ArrayList<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference, document);
            String name = parameter.path("name").asString();
            String value = encoded(parameter.path("example").asString());
            if (parameter.path("in").asString().equals("path")) {
                target = target.replace("{" + name + "}", value);
            } else if (parameter.has("example")) {
                query.add(encoded(name) + "=" + value);
            }
        }
        return query.isEmpty() ? target : target + "?" + String.join("&", query);
    }

    private static JsonNode resolved(JsonNode node, JsonNode document) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
