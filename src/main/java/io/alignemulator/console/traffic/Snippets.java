package io.alignemulator.console.traffic;

import io.alignemulator.console.traffic.ExchangeView.Snippet;
import io.alignemulator.console.view.Curl;
import io.alignemulator.console.view.Glance;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.sandbox.journal.Har;
import io.alignemulator.sandbox.journal.RecordedExchange;
import io.alignemulator.settings.BuildInfo;
import io.alignemulator.settings.ServerSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An exchange as a call that can be made again: for a shell, and as a test that expects the same status. The journal keeps no token, so the user's present one stands there. */
final class Snippets {

    private final Glance glance;
    private final RecordedExchange exchange;
    private final String below;
    private final String body;
    private final String name;

    Snippets(Glance glance, RecordedExchange exchange) {
        this.glance = glance;
        this.exchange = exchange;
        this.below = CallFilter.below(exchange.path()) + (exchange.query().isEmpty() ? "" : "?" + exchange.query());
        this.body = exchange.request().body().text().orElse("");
        this.name = (exchange.method().toLowerCase(Locale.ROOT) + CallFilter.below(exchange.path()))
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("_+$", "");
    }

    List<Snippet> all() {
        Har har = Har.of(List.of(exchange), glance.visit().origin(), BuildInfo.version());
        return List.of(
                new Snippet("curl", curl()),
                new Snippet("Java, JUnit extension", java()),
                new Snippet("Python, requests", python()),
                new Snippet("JavaScript, fetch", javaScript()),
                new Snippet(
                        "HAR",
                        ControlJson.strict().writerWithDefaultPrettyPrinter().writeValueAsString(har)));
    }

    private String url() {
        return glance.api() + below;
    }

    private String token() {
        return exchange.userId()
                .flatMap(id -> glance.state().tokens().byName().values().stream()
                        .filter(text -> glance.state()
                                .tokens()
                                .find(text)
                                .filter(token -> token.userId() == id)
                                .isPresent())
                        .findFirst())
                .orElse("");
    }

    /** The headers that decide about the answer. */
    private Map<String, String> headers(String authorization) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        exchange.header("Content-Type").stream()
                .findFirst()
                .filter(type -> !body.isEmpty())
                .ifPresent(type -> headers.put("Content-Type", type));
        if (!glance.sandbox().name().equals(Sandboxes.DEFAULT)) {
            headers.put("X-Align-Sandbox", glance.sandbox().name());
        }
        return headers;
    }

    private Map<String, String> headers() {
        return headers(token().isEmpty() ? "" : "bearer " + token());
    }

    private String curl() {
        StringBuilder text = new StringBuilder("curl -i");
        text.append(exchange.method().equals("HEAD") ? " -I" : " -X " + exchange.method());
        headers().forEach((key, value) -> text.append(" \\\n  -H ").append(Curl.quoted(key + ": " + value)));
        if (!body.isEmpty()) {
            text.append(" \\\n  --data-raw ").append(Curl.quoted(body));
        }
        return text.append(" \\\n  ").append(Curl.quoted(url())).toString();
    }

    private String java() {
        Map<String, String> headers = headers(token().isEmpty() ? "" : "bearer ");
        headers.remove("X-Align-Sandbox");
        boolean hasUser = headers.containsKey("Authorization");
        String lines = headers.entrySet().stream()
                .map(each -> "                .header(" + quoted(each.getKey()) + ", " + quoted(each.getValue())
                        + (each.getKey().equals("Authorization") ? " + user.token()" : "") + ")\n")
                .collect(Collectors.joining());
        String publisher = body.isEmpty() ? "noBody()" : "ofString(" + quoted(body) + ")";
        return """
            import static org.junit.jupiter.api.Assertions.%s;

            import io.alignemulator.client.Persona;
            import io.alignemulator.junit.AlignEmulator;
            import io.alignemulator.junit.As;
            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpRequest.BodyPublishers;
            import java.net.http.HttpResponse;
            import org.junit.jupiter.api.Test;

            @AlignEmulator(fixtures = %s)
            class Call%dTest {

                @Test
                void %s(URI api%s) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(URI.create(api + %s))
            %s                .method(%s, BodyPublishers.%s)
                            .build();
            %s
                }
            }
            """.formatted(
                        isClosed() ? "assertThrows" : "assertEquals",
                        quoted(glance.state().settings().get(ServerSettings.FIXTURES)),
                        exchange.number(),
                        name,
                        hasUser ? ", @As(" + quoted(exchange.persona()) + ") Persona user" : "",
                        quoted(below),
                        lines,
                        quoted(exchange.method()),
                        publisher,
                        expectation());
    }

    private String expectation() {
        String call = "HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())";
        return isClosed()
                ? "        assertThrows(java.io.IOException.class, () -> " + call + ");"
                : "        HttpResponse<String> answer = " + call + ";\n        assertEquals("
                        + exchange.response().status() + ", answer.statusCode(), answer.body());";
    }

    private boolean isClosed() {
        return exchange.response().status() == 0;
    }

    private String python() {
        String arguments = quoted(exchange.method()) + ", " + quoted(url()) + ", headers=" + json(headers())
                + (body.isEmpty() ? "" : ", data=" + quoted(body) + ".encode()") + ", timeout=10";
        String test = isClosed()
                ? "    with pytest.raises(requests.ConnectionError):\n        requests.request(" + arguments + ")\n"
                : "    answer = requests.request(" + arguments + ")\n    assert answer.status_code == "
                        + exchange.response().status() + ", answer.text\n";
        return (isClosed() ? "import pytest\n" : "") + "import requests\n\n\ndef test_" + name + "():\n" + test;
    }

    private String javaScript() {
        String call = "fetch(" + quoted(url()) + ", {\n    method: " + quoted(exchange.method()) + ",\n    headers: "
                + json(headers())
                + (body.isEmpty() || exchange.method().equals("GET") ? "" : ",\n    body: " + quoted(body)) + ",\n  })";
        String test = isClosed()
                ? "  await assert.rejects(() => " + call + ");\n"
                : "  const answer = await " + call + ";\n  assert.equal(answer.status, "
                        + exchange.response().status() + ", await answer.text());\n";
        return "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\n\ntest("
                + quoted(exchange.method() + " " + Addresses.BASE + below) + ", async () => {\n" + test + "});\n";
    }

    /** A text as the three languages write it. */
    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static String json(Map<String, String> map) {
        return JsonMapper.shared().writeValueAsString(map);
    }
}
