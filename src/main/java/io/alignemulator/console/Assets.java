package io.alignemulator.console;

import io.alignemulator.resource.call.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Style sheet, scripts and pictures of the console, from the jar. */
final class Assets {

    private static final Pattern NAME = Pattern.compile("/[a-z][a-z-]*\\.(css|js|svg)");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private Assets() {}

    /** @param path name of the file after a slash */
    static Optional<Response> find(String path) {
        if (!NAME.matcher(path).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Assets.class.getResourceAsStream("assets" + path)) {
            String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "");
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Response(200, type, in.readAllBytes(), Map.of("Cache-Control", "no-cache")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
