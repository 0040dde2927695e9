package io.alignemulator.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls of the REST API as a test's client would make them. */
public final class HttpCalls {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().executor(Runnable::run).build();

    private HttpCalls() {}

    public static HttpResponse<String> get(Sandbox sandbox, Persona persona, String path) {
        return send("GET", sandbox.apiUri(), persona, path, "");
    }

    /** @param body JSON, or empty for none */
    public static HttpResponse<String> send(String method, URI api, Persona persona, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", persona.authorization())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
