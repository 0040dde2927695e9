package io.alignemulator.console;

import io.alignemulator.resource.call.Response;
import io.alignemulator.shipped.ShippedFile;
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
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "");
        return ShippedFile.find(Assets.class, "assets" + path)
                .map(file -> new Response(200, type, file, Map.of("Cache-Control", "no-cache")));
    }
}
