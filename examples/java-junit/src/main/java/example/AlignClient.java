package example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client under test: reads lists to their end, waits out the block of 60 seconds, tries reads again and writes never. */
public class AlignClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 100;
    private static final Duration BLOCK = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;
    private final String token;
    private final Consumer<Duration> sleeper;

    /**
     * @param api {@code https://<site>.jiraalign.com/rest/align/api/2}
     * @param sleeper waits; a test gives one that does not
     */
    public AlignClient(URI api, String token, Consumer<Duration> sleeper) {
        this.api = api;
        this.token = token;
        this.sleeper = sleeper;
    }

    public List<JsonNode> list(String collection) {
        List<JsonNode> rows = new ArrayList<>();
        for (boolean more = true; more; ) {
            JsonNode page = JSON.readTree(call("GET", "/" + collection + "?$orderby=id&$skip=" + rows.size(), ""));
            page.forEach(rows::add);
            more = page.size() == PAGE;
        }
        return rows;
    }

    /** Returns the id of the new record. */
    public long create(String collection, Map<String, ?> record) {
        return JSON.readTree(call("POST", "/" + collection, JSON.writeValueAsString(record))).asLong();
    }

    public void update(String collection, long id, Map<String, ?> fields) {
        List<Map<String, ?>> patch = new ArrayList<>();
        fields.forEach((name, value) -> patch.add(Map.of("op", "replace", "path", "/" + name, "value", value)));
        call("PATCH", "/" + collection + "/" + id, JSON.writeValueAsString(patch));
    }

    private String call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() == 503 && method.equals("GET")) {
            response = send(request);
        }
        if (response.statusCode() == 429) {
            sleeper.accept(BLOCK);
            response = send(request);
        }
        if (response.statusCode() >= 300) {
            throw new AlignException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AlignException("No answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AlignException("Interrupted");
        }
    }
}
