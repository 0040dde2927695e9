import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The HTTP client of Google, with the transport of the JDK. */
public final class GoogleHttp implements Bare.Sender {

    private final HttpRequestFactory client = new NetHttpTransport().createRequestFactory();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        HttpRequest request = client.buildRequest(
                method,
                new GenericUrl(url),
                body == null
                        ? null
                        : new ByteArrayContent(headers.get("Content-Type"), body.getBytes(StandardCharsets.UTF_8)));
        request.getHeaders().setAuthorization(headers.get("Authorization"));
        request.setReadTimeout((int) timeout.toMillis());
        try {
            HttpResponse response = request.execute();
            return new Bare.Answer(response.getStatusCode(), response.parseAsString());
        } catch (HttpResponseException e) {
            return new Bare.Answer(e.getStatusCode(), e.getContent());
        }
    }
}
