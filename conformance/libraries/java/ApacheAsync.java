import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.util.Timeout;

/** Apache HttpClient 5, asynchronous. */
public final class ApacheAsync implements Bare.Sender {

    private final CloseableHttpAsyncClient client = HttpAsyncClients.createDefault();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        client.start();
        SimpleRequestBuilder request = SimpleRequestBuilder.create(method).setUri(url);
        headers.forEach(request::addHeader);
        if (body != null) {
            request.setBody(body, ContentType.create(headers.get("Content-Type"), java.nio.charset.StandardCharsets.UTF_8));
        }
        request.setRequestConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeout))
                .build());
        SimpleHttpResponse response = client.execute(request.build(), null).get();
        return new Bare.Answer(response.getCode(), response.getBodyText());
    }
}
