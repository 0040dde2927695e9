import feign.Feign;
import feign.FeignException;
import feign.HeaderMap;
import feign.Request;
import feign.RequestLine;
import feign.Retryer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Feign with its own client, which is HttpURLConnection. */
public class FeignCall implements Bare.Sender {

    /** The calls. */
    public interface Api {
        @RequestLine("GET")
        String get(URI url, @HeaderMap Map<String, String> headers);

        @RequestLine("DELETE")
        String delete(URI url, @HeaderMap Map<String, String> headers);

        @RequestLine("POST")
        String post(URI url, @HeaderMap Map<String, String> headers, String body);

        @RequestLine("PATCH")
        String patch(URI url, @HeaderMap Map<String, String> headers, String body);
    }

    /** What calls again. */
    protected Retryer retryer() {
        return new Retryer.Default();
    }

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout) {
        Api api = Feign.builder()
                .retryer(retryer())
                .options(new Request.Options(
                        10, TimeUnit.SECONDS, timeout.toMillis(), TimeUnit.MILLISECONDS, true))
                .target(Api.class, "http://127.0.0.1");
        URI uri = URI.create(url);
        try {
            return new Bare.Answer(
                    200,
                    switch (method) {
                        case "GET" -> api.get(uri, headers);
                        case "DELETE" -> api.delete(uri, headers);
                        case "POST" -> api.post(uri, headers, body);
                        default -> api.patch(uri, headers, body);
                    });
        } catch (FeignException e) {
            if (e.status() <= 0) {
                throw e;
            }
            return new Bare.Answer(e.status(), e.contentUTF8());
        }
    }
}
