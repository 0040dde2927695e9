package example;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Shows the titles of the epics of a Jira Align site. */
@Controller
class TitlesController {

    private final ObjectMapper mapper;
    private final String url;
    private final String token;

    TitlesController(ObjectMapper mapper, @Value("${align.url}") String url, @Value("${align.token}") String token) {
        this.mapper = mapper;
        this.url = url;
        this.token = token;
    }

    @Get("/titles")
    List<String> titles() throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create(url + "/epics?$orderby=id"))
                .header("Authorization", "Bearer " + token)
                .build();
        String epics =
                HttpClient.newHttpClient().send(call, BodyHandlers.ofString()).body();
        return mapper.readTree(epics).findValuesAsText("title");
    }
}
