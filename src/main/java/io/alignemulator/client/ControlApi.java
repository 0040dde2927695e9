package io.alignemulator.client;

import java.io.IOException;
import java.io.InputStream;
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

    /** One for all: it keeps connections open. Made when first needed: a server that nobody controls should not pay for it. */
    private static final class Http {
        /** Answers are taken up by the thread that reads them: to hand each to another one costs several times as much as the call. */
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Runnable::run)
                .build();
    }

    private final URI base;

    /** Empty for a server that asks for none. */
    private final String token;

    private ControlApi(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** @param server scheme, host and port of an emulator */
    static ControlApi of(URI server, String token) {
        return new ControlApi(URI.create(server + "/_emulator"), token);
    }

    ControlApi below(String path) {
        return new ControlApi(URI.create(base + path), token);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Map<String, Object> object(String method, String path, @Nullable Object body) {
        try {
            return asObject(json(method, path, body));
        } catch (IllegalArgumentException e) {
            throw new ControlException(0, "The answer is no JSON object: " + e.getMessage());
        }
    }

    List<Map<String, Object>> objects(String path) {
        if (json("GET", path, null) instanceof List<?> list) {
            return asObjects(list);
        }
        throw new ControlException(0, "The answer is no JSON array.");
    }

    private Object json(String method, String path, @Nullable Object body) {
        String text = send(method, path, body);
        try {
            return parsed(text);
        } catch (IllegalArgumentException e) {
            throw new ControlException(0, "The answer is no JSON: " + text);
        }
    }

    /**
     * JSON as maps, lists, texts, numbers and booleans.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Object parsed(String json) {
        try {
            return Objects.requireNonNull(JsonMapper.shared().readValue(json, Object.class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is no JSON: " + json, e);
        }
    }

    static String text(Object json) {
        return JsonMapper.shared().writeValueAsString(json);
    }

    /** @throws IllegalArgumentException when the text is no JSON object */
    static Map<String, Object> parsedObject(String json) {
        return asObject(parsed(json));
    }

    private static Map<String, Object> asObject(Object json) {
        if (json instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // JSON objects have texts for keys
            Map<String, Object> object = (Map<String, Object>) map;
            return object;
        }
        throw new IllegalArgumentException("This is no JSON object: " + json);
    }

    /** The objects in an array of an answer. */
    static List<Map<String, Object>> objectsIn(Map<String, Object> answer, String member) {
        return answer.get(member) instanceof List<?> list ? asObjects(list) : List.of();
    }

    private static List<Map<String, Object>> asObjects(List<?> list) {
        @SuppressWarnings("unchecked") // the control API lists objects only
        List<Map<String, Object>> objects = (List<Map<String, Object>>) list;
        return objects;
    }

    /** An answer that goes on until somebody closes it. */
    InputStream open(String path) {
        return call(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    String send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(
                            method,
                            BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
        }
        HttpResponse<String> response = call(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new ControlException(response.statusCode(), reason(response));
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token.isEmpty() ? request : request.header("X-Control-Token", token);
    }

    private <T> HttpResponse<T> call(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return Http.CLIENT.send(request, body);
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
