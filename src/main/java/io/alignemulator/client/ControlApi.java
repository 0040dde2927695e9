package io.alignemulator.client;

import io.alignemulator.protocol.json.ControlJson;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Calls the control API below one address, the server's or a sandbox's. Bodies and answers are the records of the protocol. */
final class ControlApi {

    /** One for all: it keeps connections open. Made when first needed: a server that nobody controls should not pay for it. */
    private static final class Http {
        /** Answers are taken up by the thread that reads them: to hand each to another one costs several times as much as the call. */
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Runnable::run)
                .build();
    }

    private record Refused(@Nullable String error) {}

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

    private static JsonMapper json() {
        return ControlJson.lenient();
    }

    <T> T get(String path, Class<T> type) {
        return call("GET", path, null, type);
    }

    <T> T get(String path, TypeReference<T> type) {
        return read(send("GET", path, null), json().constructType(type.getType()));
    }

    <T> List<T> list(String path, Class<T> of) {
        return read(send("GET", path, null), json().getTypeFactory().constructCollectionType(List.class, of));
    }

    <T> T call(String method, String path, @Nullable Object body, Class<T> type) {
        return read(send(method, path, body), json().constructType(type));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the callers make T and the type of Jackson from one class
    private static <T> T read(String text, JavaType type) {
        try {
            return json().readValue(text, type);
        } catch (JacksonException e) {
            throw new ControlException(0, "The answer is not what was expected, " + type.toCanonical() + ": " + text);
        }
    }

    /**
     * What somebody wrote as JSON.
     *
     * @throws IllegalArgumentException when it is none, or none of the type
     */
    static <T> T parsed(String text, Class<T> type) {
        try {
            return ControlJson.strict().readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage() + ", in " + text, e);
        }
    }

    /** An answer that goes on until somebody closes it. */
    InputStream open(String path) {
        return exchange(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    String send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofByteArray(json().writeValueAsBytes(body)));
        }
        HttpResponse<String> response = exchange(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new ControlException(response.statusCode(), reason(response));
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token.isEmpty() ? request : request.header("X-Control-Token", token);
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
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
            String error = json().readValue(response.body(), Refused.class).error();
            if (error != null) {
                return error;
            }
        } catch (JacksonException e) {
            // no JSON: shown as it is
        }
        return "The emulator answered " + response.statusCode() + " " + response.body();
    }
}
