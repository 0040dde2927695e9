import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.netty.http.client.HttpClient;

/** WebClient of Spring, with Reactor Netty. */
public final class SpringWebClient implements Bare.Sender {

    private final HttpClient http = HttpClient.create();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout) {
        WebClient client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http.responseTimeout(timeout)))
                .build();
        WebClient.RequestBodySpec request = client.method(HttpMethod.valueOf(method)).uri(URI.create(url));
        headers.forEach(request::header);
        if (body != null) {
            request.bodyValue(body);
        }
        try {
            ResponseEntity<String> response =
                    request.retrieve().toEntity(String.class).block();
            return new Bare.Answer(response.getStatusCode().value(), response.getBody());
        } catch (WebClientResponseException e) {
            return new Bare.Answer(e.getStatusCode().value(), e.getResponseBodyAsString());
        }
    }
}
