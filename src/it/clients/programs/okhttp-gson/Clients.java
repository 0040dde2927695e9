import org.openapitools.client.ApiClient;

/** Signed in, with OkHttp and Gson below. */
final class Clients {

    private Clients() {}

    static ApiClient at(String url, String token) {
        ApiClient client = new ApiClient();
        client.setBasePath(url);
        client.setBearerToken(token);
        return client;
    }
}
