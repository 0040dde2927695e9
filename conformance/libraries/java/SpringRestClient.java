import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/** RestClient of Spring, with the JDK's client below, as it is when no other is there. */
public final class SpringRestClient implements Bare.Sender {

    private final JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory();
    private final RestClient client = RestClient.builder().requestFactory(factory).build();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout) {
        factory.setReadTimeout(timeout);
        RestClient.RequestBodySpec request = client.method(HttpMethod.valueOf(method)).uri(URI.create(url));
        headers.forEach(request::header);
        if (body != null) {
            request.body(body);
        }
        try {
            ResponseEntity<String> response = request.retrieve().toEntity(String.class);
            return new Bare.Answer(response.getStatusCode().value(), response.getBody());
        } catch (RestClientResponseException e) {
            return new Bare.Answer(e.getStatusCode().value(), e.getResponseBodyAsString());
        }
    }
}
