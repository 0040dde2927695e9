import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** java.net.http of the JDK. */
public final class JdkHttpClient implements Bare.Sender {

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(timeout);
        headers.forEach(request::header);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Bare.Answer(response.statusCode(), response.body());
    }
}
