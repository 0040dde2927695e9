import java.time.Duration;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp. */
public final class OkHttp implements Bare.Sender {

    private final OkHttpClient client = new OkHttpClient();

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        Request.Builder request = new Request.Builder().url(url);
        headers.forEach(request::header);
        request.method(method, body == null ? null : RequestBody.create(body, MediaType.get(headers.get("Content-Type"))));
        try (Response response =
                client.newBuilder().readTimeout(timeout).build().newCall(request.build()).execute()) {
            return new Bare.Answer(response.code(), response.body().string());
        }
    }
}
