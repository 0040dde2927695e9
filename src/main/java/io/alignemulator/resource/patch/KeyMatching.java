package io.alignemulator.resource.patch;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How the paths of a patch are read and their segments matched with the keys of a document. */
public enum KeyMatching {
    /** RFC 6901: every character counts, a path is empty or begins with {@code /}. */
    EXACT {
        @Override
        List<String> split(String path) {
            if (path.isEmpty()) {
                return List.of();
            }
            if (path.charAt(0) != '/') {
                throw PatchException.malformed("a path begins with /: " + path);
            }
            return List.of(path.substring(1).split("/", -1));
        }

        @Override
        String keyIn(ObjectNode object, String segment) {
            return segment;
        }
    },

    /**
     * The vendor's (rule WRIT-03): the leading {@code /} is optional, a trailing one and doubled ones are
     * tolerated, the case of a segment does not matter. An exactly spelled key wins over the others.
     */
    ANY_CASE {
        @Override
        List<String> split(String path) {
            List<String> segments = new ArrayList<>();
            for (String segment : path.split("/", -1)) {
                if (!segment.isEmpty()) {
                    segments.add(segment);
                }
            }
            return segments;
        }

        @Override
        String keyIn(ObjectNode object, String segment) {
            if (object.has(segment)) {
                return segment;
            }
            for (String key : object.propertyNames()) {
                if (key.equalsIgnoreCase(segment)) {
                    return key;
                }
            }
            return segment;
        }
    };

    abstract List<String> split(String path);

    /** The key of the object that the segment means; the segment itself when there is none. */
    abstract String keyIn(ObjectNode object, String segment);

    /** The unescaped segments of a path. */
    List<String> segments(String path) {
        return split(path).stream().map(segment -> unescaped(segment, path)).toList();
    }

    private static String unescaped(String segment, String path) {
        for (int at = segment.indexOf('~'); at >= 0; at = segment.indexOf('~', at + 1)) {
            char next = at + 1 < segment.length() ? segment.charAt(at + 1) : ' ';
            if (next != '0' && next != '1') {
                throw PatchException.malformed("after ~ comes 0 or 1: " + path);
            }
        }
        // ~1 first: "~01" is the escaped form of "~1" and must not become "/".
        return segment.replace("~1", "/").replace("~0", "~");
    }
}
