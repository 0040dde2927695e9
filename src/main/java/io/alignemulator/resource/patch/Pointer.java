package io.alignemulator.resource.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path of a patch as the framework reads it: the leading slash is optional, empty segments count for nothing, {@code ~0} and {@code ~1} are a tilde and a slash.
 *
 * @param sent as it was sent
 * @param segments without escapes
 */
record Pointer(String sent, List<String> segments) {

    static Pointer parse(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : written(path)) {
            checkEscapes(segment, path);
            segments.add(unescaped(segment));
        }
        return new Pointer(path, segments);
    }

    /** The first segment of a path, be it valid or not; empty for the whole record. */
    static Optional<String> first(String path) {
        List<String> written = written(path);
        return written.isEmpty() ? Optional.empty() : Optional.of(unescaped(written.get(0)));
    }

    private static List<String> written(String path) {
        List<String> segments = new ArrayList<>(4);
        for (int from = 0; from < path.length(); ) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (to > from) {
                segments.add(path.substring(from, to));
            }
            from = to + 1;
        }
        return segments;
    }

    /** The last segment; empty for the whole record. */
    String last() {
        return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    }

    private static void checkEscapes(String segment, String path) {
        for (int at = segment.indexOf('~'); at >= 0; at = segment.indexOf('~', at + 1)) {
            char next = at + 1 < segment.length() ? segment.charAt(at + 1) : ' ';
            if (next != '0' && next != '1') {
                throw PatchException.of("The provided string '" + path + "' is an invalid path.");
            }
        }
    }

    private static String unescaped(String segment) {
        // ~1 first: "~01" is the escaped form of "~1" and must not become "/".
        return segment.replace("~1", "/").replace("~0", "~");
    }
}
