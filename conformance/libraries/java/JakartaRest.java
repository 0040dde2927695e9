import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Jakarta REST: the one that is on the class path. */
public final class JakartaRest implements Bare.Sender {

    private Client client;

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout) {
        if (client == null) {
            client = ClientBuilder.newBuilder()
                    .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .build();
        }
        Invocation.Builder request = client.target(url).request();
        headers.forEach(request::header);
        try (Response response = body == null
                ? request.method(method)
                : request.method(method, Entity.entity(body, headers.get("Content-Type") + "; charset=UTF-8"))) {
            return new Bare.Answer(response.getStatus(), response.readEntity(String.class));
        }
    }
}
