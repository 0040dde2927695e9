import java.time.Duration;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HeaderMap;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Retrofit. */
public final class RetrofitCall implements Bare.Sender {

    private final OkHttpClient client = new OkHttpClient();

    /** The calls. */
    public interface Api {
        @GET
        Call<ResponseBody> get(@Url String url, @HeaderMap Map<String, String> headers);

        @DELETE
        Call<ResponseBody> delete(@Url String url, @HeaderMap Map<String, String> headers);

        @POST
        Call<ResponseBody> post(@Url String url, @HeaderMap Map<String, String> headers, @Body RequestBody body);

        @PATCH
        Call<ResponseBody> patch(@Url String url, @HeaderMap Map<String, String> headers, @Body RequestBody body);
    }

    @Override
    public Bare.Answer send(String method, String url, Map<String, String> headers, String body, Duration timeout)
            throws Exception {
        Api api = new Retrofit.Builder()
                .baseUrl("http://127.0.0.1/")
                .client(client.newBuilder().readTimeout(timeout).build())
                .build()
                .create(Api.class);
        RequestBody sent = body == null ? null : RequestBody.create(body, MediaType.get(headers.get("Content-Type")));
        Response<ResponseBody> response =
                switch (method) {
                    case "GET" -> api.get(url, headers).execute();
                    case "DELETE" -> api.delete(url, headers).execute();
                    case "POST" -> api.post(url, headers, sent).execute();
                    default -> api.patch(url, headers, sent).execute();
                };
        try (ResponseBody text = response.isSuccessful() ? response.body() : response.errorBody()) {
            return new Bare.Answer(response.code(), text == null ? "" : text.string());
        }
    }
}
