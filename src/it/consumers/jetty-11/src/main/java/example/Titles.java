package example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Shows the titles of the epics of a Jira Align site. */
class Titles extends HttpServlet {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI align;
    private final String token;

    Titles(URI align, String token) {
        this.align = align;
        this.token = token;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> titles = new ArrayList<>();
        for (JsonNode epic : MAPPER.readTree(epics())) {
            titles.add(epic.path("title").asText());
        }
        MAPPER.writeValue(response.getOutputStream(), titles);
    }

    private String epics() throws IOException {
        HttpRequest call = HttpRequest.newBuilder(URI.create(align + "/epics?$orderby=id"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HttpClient.newHttpClient().send(call, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
