import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4. */
public final class ApacheFour implements Bare.Sender {

    private final CloseableHttpClient client = HttpClients.createDefault();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        RequestBuilder request = RequestBuilder.create(method).setUri(url);
        headers.forEach(request::addHeader);
        if (body != null) {
            request.setEntity(new StringEntity(body, ContentType.create(headers.get("Content-Type"), StandardCharsets.UTF_8)));
        }
        request.setConfig(RequestConfig.custom()
                .setSocketTimeout((int) timeout.toMillis())
                .build());
        try (CloseableHttpResponse response = client.execute(request.build())) {
            return new Bare.Answer(
                    response.getStatusLine().getStatusCode(),
                    response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity()));
        }
    }
}
