package io.alignemulator.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The yardstick of {@code bench/peers.sh}: bare Javalin handlers that return the very bytes that the emulator returned for the same paths. */
final class BareServer {

    private BareServer() {}

    /** Arguments: port; then a path and the file with its bytes, as often as needed. */
    public static void main(String[] args) throws IOException {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            bodies.put(args[i], Files.readAllBytes(Path.of(args[i + 1])));
        }
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    bodies.forEach((path, body) -> config.routes.get(path, context -> {
                        context.contentType("application/json");
                        context.result(body);
                    }));
                })
                .start("127.0.0.1", Integer.parseInt(args[0]));
    }
}
