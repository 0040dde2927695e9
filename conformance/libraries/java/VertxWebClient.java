import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.Map;

/** WebClient of Vert.x. */
public final class VertxWebClient implements Bare.Sender {

    private final WebClient client = WebClient.create(Vertx.vertx());

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        HttpRequest<Buffer> request = client.requestAbs(HttpMethod.valueOf(method), url).timeout(timeout.toMillis());
        headers.forEach(request::putHeader);
        Future<HttpResponse<Buffer>> sent = body == null ? request.send() : request.sendBuffer(Buffer.buffer(body));
        HttpResponse<Buffer> response =
                sent.toCompletionStage().toCompletableFuture().get();
        return new Bare.Answer(response.statusCode(), response.bodyAsString());
    }
}
