package example;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Shows the titles of the epics of a Jira Align site. */
@SpringBootApplication
@RestController
public class Application {

    private final RestClient align;

    Application(@Value("${align.url}") String url, @Value("${align.token}") String token) {
        this.align = RestClient.builder()
                .baseUrl(url + "/rest/align/api/2")
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    @GetMapping("/titles")
    Map<String, Object> titles() {
        List<Map<String, Object>> epics = align.get()
                .uri("/epics?$orderby=id&$top=3&$select=title")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        return Map.of("titles", epics.stream().map(epic -> epic.get("title")).toList());
    }

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
