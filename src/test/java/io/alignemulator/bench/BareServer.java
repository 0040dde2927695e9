package io.alignemulator.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The yardstick of {@code bench/http.sh}: bare Javalin handlers that return the very bytes that the emulator returned for the same paths. */
final class BareServer {

    private BareServer() {}

    /** Arguments: port, address of the emulator, token, paths. */
    public static void main(String[] args) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    for (int i = 3; i < args.length; i++) {
                        byte[] body = body(client, URI.create(args[1] + args[i]), args[2]);
                        config.routes.get(URI.create(args[i]).getPath(), context -> {
                            context.contentType("application/json");
                            context.result(body);
                        });
                    }
                })
                .start("127.0.0.1", Integer.parseInt(args[0]));
        System.out.println("ready");
    }

    private static byte[] body(HttpClient client, URI uri, String token) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "bearer " + token)
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(uri + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
