package io.alignemulator.control;

import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of the control API's table.
 *
 * @param path literal and {@code {variable}} segments
 * @param summary one sentence for the documentation
 */
record Route(String method, String path, String summary, Handler handler) {

    /** What a route does to a sandbox. */
    @FunctionalInterface
    interface Handler {
        Response answer(Call call, Sandbox sandbox);
    }

    /** The values of the variables when the path is this route's. */
    Optional<Map<String, String>> match(String other) {
        List<String> own = List.of(path.split("/", -1));
        List<String> segments = List.of(other.split("/", -1));
        if (own.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < own.size(); i++) {
            String segment = own.get(i);
            if (segment.startsWith("{")) {
                values.put(segment.substring(1, segment.length() - 1), segments.get(i));
            } else if (!segment.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
