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

    public List<JsonNode> list(String collection) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        for (boolean more = true; more; ) {
            JsonNode page = JSON.readTree(call("GET", "/" + collection + "?$skip=" + rows.size(), ""));
            page.forEach(rows::add);
            more = page.size() == PAGE;
        }
        return rows;
    }

    public long create(String collection, String json) throws IOException, InterruptedException {
        return JSON.readTree(call("POST", "/" + collection, json)).asLong();
    }

    public void rename(String collection, long id, String title) throws IOException, InterruptedException {
        String value = JSON.writeValueAsString(title);
        call("PATCH", "/" + collection + "/" + id, "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":" + value + "}]");
    }

    private String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() == 503 && method.equals("GET")) {
            response = http.send(request, BodyHandlers.ofString());
        }
        if (response.statusCode() == 429) {
            sleeper.accept(BLOCK);
            response = http.send(request, BodyHandlers.ofString());
        }
        if (response.statusCode() >= 300) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
