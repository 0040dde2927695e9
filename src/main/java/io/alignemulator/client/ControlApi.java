package io.alignemulator.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls the control API below one address, the server's or a sandbox's. JSON comes and goes as maps, lists, texts, numbers and booleans. */
final class ControlApi {

    /** One for all: it keeps connections open. */
    private final HttpClient http;

    private final URI base;

    private ControlApi(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    /** @param server scheme, host and port of an emulator */
    static ControlApi of(URI server) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new ControlApi(http, URI.create(server + "/_emulator"));
    }

    ControlApi below(String path) {
        return new ControlApi(http, URI.create(base + path));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Map<String, Object> object(String method, String path, @Nullable Object body) {
        Object json = json(method, path, body);
        if (json instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // JSON objects have texts for keys
            Map<String, Object> object = (Map<String, Object>) map;
            return object;
        }
        throw new ControlException(0, "The answer is no JSON object: " + json);
    }

    List<Map<String, Object>> objects(String path) {
        if (json("GET", path, null) instanceof List<?> list) {
            @SuppressWarnings("unchecked") // the control API lists objects only
            List<Map<String, Object>> objects = (List<Map<String, Object>>) list;
            return objects;
        }
        throw new ControlException(0, "The answer is no JSON array.");
    }

    private Object json(String method, String path, @Nullable Object body) {
        String text = send(method, path, body);
        try {
            return Objects.requireNonNull(JsonMapper.shared().readValue(text, Object.class));
        } catch (JacksonException e) {
            throw new ControlException(0, "The answer is no JSON: " + text);
        }
    }

    String send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(
                            method,
                            BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new ControlException(response.statusCode(), reason(response));
            }
            return response.body();
        } catch (IOException e) {
            throw new ControlException(0, "The emulator at " + base + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlException(0, "Interrupted while waiting for the emulator");
        }
    }

    private static String reason(HttpResponse<String> response) {
        try {
            if (JsonMapper.shared().readValue(response.body(), Object.class) instanceof Map<?, ?> map
                    && map.get("error") instanceof String error) {
                return error;
            }
        } catch (JacksonException e) {
            // no JSON: shown as it is
        }
        return "The emulator answered " + response.statusCode() + " " + response.body();
    }
}
