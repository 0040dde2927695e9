package io.alignemulator.resource.address;

import java.util.ArrayList;
import java.util.List;

/** The steps {@code .} and {@code ..} of a path, which servers take before they look for an address (RFC 3986, 5.2.4). */
public final class DotSegments {

    private DotSegments() {}

    /** The path without them; one that has none as it is. */
    public static String removed(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            boolean up = segments[i].equals("..");
            if (up && kept.size() > 1) {
                kept.remove(kept.size() - 1);
            }
            if (!up && !segments[i].equals(".")) {
                kept.add(segments[i]);
            } else if (last) {
                kept.add("");
            }
        }
        return String.join("/", kept);
    }
}
