import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.BoundRequestBuilder;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.Response;

/** AsyncHttpClient. */
public final class AsyncHttp implements Bare.Sender {

    private final AsyncHttpClient client = Dsl.asyncHttpClient();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        BoundRequestBuilder request = client.prepare(method, url).setReadTimeout(timeout);
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setBody(body.getBytes(StandardCharsets.UTF_8));
        }
        Response response = request.execute().get();
        return new Bare.Answer(response.getStatusCode(), response.getResponseBody(StandardCharsets.UTF_8));
    }
}
