package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients should not send, as data ({@code bad-input.json}) and byte for byte. A case names its exact answer: a sentence ({@code text}), the keys of a problem document
 * ({@code problem}), or an empty body. {@code repeat} stands for texts that are too long to be written down: {@code {"@": ["(", 10000]}}.
 */
@Tag("in-process")
class BadInputTest extends BlackBox {

    private static final int MAX_BODY = 300_000;

    @Override
    SiteUnderTest start() {
        return EmulatedSite.start(EmulatedSite.SETTINGS.with(ServerSettings.MAX_BODY, Integer.toString(MAX_BODY)));
    }

    @TestFactory
    @Rule({"ROBU-01", "WRIT-06"})
    List<DynamicTest> badInputIsRefusedAndChangesNothing() throws IOException {
        Map<String, String> before = everything();
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode cases = cases();
        for (JsonNode each : cases) {
            tests.add(dynamicTest(each.path("name").asString(), () -> {
                Answer answer = send(each);
                assertEquals(each.path("status").asInt(), answer.status(), answer.body());
                assertBody(each, answer);
            }));
        }
        tests.add(dynamicTest("the site holds what it held before", () -> assertEquals(before, everything())));
        tests.add(dynamicTest("there are at least 60 cases, each with a name of its own", () -> {
            long names = cases.valueStream()
                    .map(c -> c.path("name").asString())
                    .distinct()
                    .count();
            assertTrue(names >= 60 && names == cases.size(), names + " names of " + cases.size());
        }));
        return tests;
    }

    private Answer send(JsonNode each) {
        Map<String, String> headers = new TreeMap<>();
        if (each.path("method").asString().startsWith("P")) {
            headers.put("Content-Type", "application/json");
        }
        each.path("headers")
                .properties()
                .forEach(
                        h -> headers.put(h.getKey(), expanded(each, h.getValue().asString())));
        headers.values().removeIf(String::isEmpty);
        byte[] body = each.has("base64")
                ? Base64.getDecoder().decode(each.path("base64").asString())
                : expanded(each, each.path("body").asString("")).getBytes(StandardCharsets.UTF_8);
        String target = Client.BASE + expanded(each, each.path("path").asString());
        return wire().send(each.path("method").asString(), target, headers, body);
    }

    private static String expanded(JsonNode each, String text) {
        String expanded = text;
        for (Map.Entry<String, JsonNode> repeat : each.path("repeat").properties()) {
            String many = repeat.getValue()
                    .get(0)
                    .asString()
                    .repeat(repeat.getValue().get(1).asInt());
            expanded = expanded.replace(repeat.getKey(), many);
        }
        return expanded;
    }

    private static void assertBody(JsonNode each, Answer answer) {
        if (each.has("text")) {
            answer.expectSentence(answer.status(), each.path("text").asString());
        } else if (each.has("problem")) {
            assertEquals("application/problem+json; charset=utf-8", answer.header("content-type"));
            List<String> keys =
                    each.path("problem").valueStream().map(JsonNode::asString).toList();
            assertEquals(keys, Answer.keys(answer.json().path("errors")));
        } else {
            assertEquals("", answer.body());
        }
    }

    /** All records of all collections, as they are listed. */
    private Map<String, String> everything() {
        Map<String, String> everything = new LinkedHashMap<>();
        for (Resource resource : CATALOGUE.resources()) {
            if (resource.isServed() && !resource.collection().contains("{")) {
                for (int skip = 0; skip < 200; skip += 100) {
                    String page = "/" + resource.collection() + "?$skip=" + skip;
                    everything.put(page, client().get(page).expect(200).body());
                }
            }
        }
        return everything;
    }

    private static JsonNode cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(BadInputTest.class.getResourceAsStream("/bad-input.json"))) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
