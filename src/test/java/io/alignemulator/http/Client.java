package io.alignemulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A client of the API that sends what it is told and hides nothing of the answer. Cheap enough for thousands of calls. */
final class Client {

    static final String BASE = "/rest/align/api/2";

    /** Answers are taken up by the thread that reads them: to hand each to another one costs several times as much as the call. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();

    private final URI uri;
    private final String token;

    Client(URI uri, String token) {
        this.uri = uri;
        this.token = token;
    }

    /** The same with another token. */
    Client as(String other) {
        return new Client(uri, other);
    }

    URI uri() {
        return uri;
    }

    /** A query of names and values, encoded the way a browser does. */
    static String query(String... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    /** @param path below the API's base */
    Answer get(String path) {
        return send("GET", path, Map.of(), "");
    }

    Answer get(String collection, String... query) {
        return get(collection + query(query));
    }

    Answer post(String path, String json) {
        return send("POST", path, Map.of("Content-Type", "application/json"), json);
    }

    Answer put(String path, String json) {
        return send("PUT", path, Map.of("Content-Type", "application/json"), json);
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, Map.of("Content-Type", "application/json-patch+json"), json);
    }

    /** A patch of one replace operation. */
    Answer replace(String path, String field, String value) {
        return patch(path, "[{\"op\":\"replace\",\"path\":\"/" + field + "\",\"value\":" + value + "}]");
    }

    /** Creates a record and tells its id. */
    int create(String path, String json) {
        return post(path, json).expect(201).json().asInt();
    }

    /** The record as it is now. */
    JsonNode read(String path) {
        return get(path).expect(200).json();
    }

    Answer send(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + BASE + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!token.isEmpty() && !headers.containsKey("Authorization")) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    /** A call of the control API, {@code path} below its base. */
    static Answer control(URI uri, String method, String path, String json, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + "/_emulator" + path))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            Answer answer = Answer.of(response.statusCode(), headers, response.body());
            URI uri = request.uri();
            Documented.check(uri.getAuthority(), request.method(), uri.getRawPath(), answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
