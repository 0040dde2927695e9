import java.time.Duration;
import java.util.Map;
import kong.unirest.core.HttpRequestWithBody;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import kong.unirest.core.UnirestInstance;

/** Unirest. */
public final class UnirestCall implements Bare.Sender {

    private final UnirestInstance client = Unirest.spawnInstance();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout) {
        HttpRequestWithBody request =
                client.request(method, url).headers(headers).requestTimeout((int) timeout.toMillis());
        HttpResponse<String> response =
                body == null ? request.asString() : request.body(body).asString();
        response.getParsingError().ifPresent(e -> {
            throw e;
        });
        return new Bare.Answer(response.getStatus(), response.getBody());
    }
}
