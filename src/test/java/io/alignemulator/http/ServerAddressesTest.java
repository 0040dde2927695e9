package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is at the server besides the API, and what is not: one table says so for all of it. */
@Rule({"ADDR-01", "ADDR-02", "ADDR-03"})
class ServerAddressesTest extends BlackBox {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nonsense/requests/stream",
                "/requests/stream/requests/stream",
                "/sandboxes/requests/stream",
                "/sandboxes/nobody/requests/stream",
                "/sandboxes/default/nonsense/requests/stream",
                "/sandboxes/default/sandboxes/default/requests/stream"
            })
    void eventsAreStreamedAtTheirOwnAddressOnly(String path) {
        Answer answer = control("GET", path, "").expect(404);
        assertTrue(answer.json().path("error").asString().length() > 10, "a reason is told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requests/stream", "/sandboxes/default/requests/stream"})
    void eventsAreStreamedForEverySandbox(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site().uri() + "/_emulator" + path))
                .build();
        HttpResponse<java.io.InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (java.io.InputStream events = answer.body()) {
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "text/event-stream",
                    answer.headers().firstValue("Content-Type").orElse(""));
            assertEquals(':', events.read(), "the stream begins with a comment");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "POST!/requests/stream!GET",
                "PUT!/requests!GET, DELETE",
                "DELETE!/requests/verify!POST, GET",
                "GET!/reset!POST",
                "GET!/sandboxes/default/reset!POST",
                "PATCH!/sandboxes/default!GET, DELETE"
            })
    void aMethodThatAnAddressDoesNotTakeIsToldWhichItTakes(String method, String path, String allow) {
        Answer answer = control(method, path, "");
        answer.expectEmpty(405);
        assertEquals(allow, answer.header("allow"), path);
    }

    @Test
    void theLongestMatchIsAnsweredWhereAWordCouldBeAVariableToo() {
        assertEquals(404, control("GET", "/requests/verify", "").status(), "an exchange of that name");
        assertTrue(control("GET", "/requests/har", "").expect(200).json().has("log"), "the archive, not an exchange");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rest/align/api/docs",
                "/REST/align/API/docs/",
                "//rest/align/api/Docs/index.html",
                "/rest/align/api/docs/v2/SWAGGER.json",
                "/About",
                "//about"
            })
    void pagesAreFoundInAnyCase(String path) {
        assertTrue(wire().get(path).expect(200).body().length() > 100, path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rest",
                "/rest/align/api",
                "/rest/align/api/20/epics",
                "/rest/align/api/2%2Fepics",
                "/rest/align/api/2/epics%2F1",
                "/rest/align/api/2//epics",
                "/rest/align/api/2/epics//",
                "/rest/align/api/docs/nothing",
                "/_emulators/health",
                "/about/us"
            })
    void whatIsNotThereIs404WithoutABody(String path) {
        wire().get(path).expectEmpty(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/about", "/rest/align/api/docs"})
    void pagesAreForReading(String path) {
        wire().send("POST", path, Map.of(), new byte[0]).expectEmpty(404);
    }
}
