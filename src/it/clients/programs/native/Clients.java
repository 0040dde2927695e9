import org.openapitools.client.ApiClient;

/** Signed in, with java.net.http below. */
final class Clients {

    private Clients() {}

    static ApiClient at(String url, String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }
}
