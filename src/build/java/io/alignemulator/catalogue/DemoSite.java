package io.alignemulator.catalogue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Personas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Build step: an emulator with the shipped set {@code demo}, whose time stands still, so that its answers are the same in every build. */
final class DemoSite implements ExampleSite, AutoCloseable {

    /** The origin in examples: that of the committed document. */
    private static final String ORIGIN = "http://localhost:8080";

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JiraAlignEmulator emulator;
    private final JsonNode records;

    DemoSite() {
        emulator = JiraAlignEmulator.builder()
                .fixtures("demo")
                .rateLimit("off")
                .clock(NOW)
                .start();
        records = JsonMapper.shared()
                .readTree(send("GET", emulator.uri() + "/_emulator/export", "").body());
    }

    @Override
    public List<JsonNode> stored(Resource resource) {
        return Stream.of(resource.collection(), resource.name())
                .filter(records::has)
                .findFirst()
                .map(name -> records.path(name).valueStream().toList())
                .orElse(List.of());
    }

    @Override
    public Reply call(String method, String path, String body) {
        HttpResponse<String> answer = send(method, emulator.apiUri() + "/" + path, body);
        if (!method.equals("GET") && answer.statusCode() < 300) {
            emulator.reset();
        }
        return new Reply(
                answer.statusCode(), answer.body().replace(emulator.uri().toString(), ORIGIN));
    }

    private HttpResponse<String> send(String method, String address, String body) {
        String type = method.equals("PATCH") ? "application/json-patch+json" : "application/json";
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + emulator.token(Personas.SUPER_ADMIN))
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        emulator.close();
    }
}
