package example;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException.TooManyRequests;
import org.springframework.web.client.RestClient;

/** Reads and adds the regions of a Jira Align site. */
@Service
public class Regions {

    private static final int PAGE = 100;
    private static final Duration BLOCK = Duration.ofSeconds(60);

    private final RestClient align;
    private final Sleeper sleeper;

    Regions(@Value("${align.url}") String url, @Value("${align.token}") String token, Sleeper sleeper) {
        this.align = RestClient.builder()
                .baseUrl(url + "/rest/align/api/2")
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
        this.sleeper = sleeper;
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (boolean more = true; more; ) {
            List<Map<String, Object>> page = page(names.size());
            page.forEach(region -> names.add(String.valueOf(region.get("name"))));
            more = page.size() == PAGE;
        }
        return names;
    }

    private List<Map<String, Object>> page(int skip) {
        return afterTheBlock(() -> align.get()
                .uri("/regions?$skip={skip}", skip)
                .retrieve()
                .body(new ParameterizedTypeReference<>() {}));
    }

    public long add(String name) {
        return afterTheBlock(() ->
                align.post().uri("/regions").body(Map.of("name", name)).retrieve().body(Long.class));
    }

    private <T> T afterTheBlock(Supplier<T> call) {
        try {
            return call.get();
        } catch (TooManyRequests refused) {
            sleeper.sleep(BLOCK);
            return call.get();
        }
    }
}
