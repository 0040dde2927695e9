package io.alignemulator.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Stands for the client of whoever reads the documentation. */
final class MyClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI api;
    private final String token;
    private final Consumer<Duration> pause;

    MyClient(URI api, String token) {
        this(api, token, duration -> {});
    }

    MyClient(URI api, String token, Consumer<Duration> pause) {
        this.api = api;
        this.token = token;
        this.pause = pause;
    }

    List<?> epics() {
        HttpResponse<String> response = send("GET", "/epics", "");
        if (response.statusCode() == 429) {
            pause.accept(Duration.ofSeconds(61));
            response = send("GET", "/epics", "");
        }
        return JsonMapper.shared().readValue(response.body(), List.class);
    }

    /** Returns the status. */
    int rename(long epic, String title) {
        List<?> patch = List.of(Map.of("op", "replace", "path", "/title", "value", title));
        return send("PATCH", "/epics/" + epic, JsonMapper.shared().writeValueAsString(patch))
                .statusCode();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(api + path))
                            .header("Authorization", "bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
