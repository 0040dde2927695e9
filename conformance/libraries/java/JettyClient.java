import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;

/** The client of Jetty. */
public final class JettyClient implements Bare.Sender {

    private final HttpClient client = new HttpClient();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        client.start();
        Request request = client.newRequest(url).method(method).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        headers.forEach((name, value) -> request.headers(fields -> fields.put(name, value)));
        if (body != null) {
            request.body(new StringRequestContent(headers.get("Content-Type"), body, StandardCharsets.UTF_8));
        }
        ContentResponse response = request.send();
        return new Bare.Answer(response.getStatus(), response.getContentAsString());
    }
}
