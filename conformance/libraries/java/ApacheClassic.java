import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;

/** Apache HttpClient 5, classic. */
public final class ApacheClassic implements Bare.Sender {

    private final CloseableHttpClient client = HttpClients.createDefault();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        ClassicRequestBuilder request = ClassicRequestBuilder.create(method).setUri(url);
        headers.forEach(request::addHeader);
        if (body != null) {
            request.setEntity(new StringEntity(body, ContentType.create(headers.get("Content-Type"), StandardCharsets.UTF_8)));
        }
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeout))
                .build());
        return client.execute(
                request.build(),
                context,
                response -> new Bare.Answer(
                        response.getCode(),
                        response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity())));
    }
}
