package io.alignemulator.sandbox.calls;

import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.protocol.json.Limits;
import io.alignemulator.resource.address.Endpoint.Segment;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.wording.Reason;
import java.util.List;

/**
 * Which paths a matcher accepts: {@code *} stands for one segment, {@code **} at the end for the rest, also for none. {@code /epics/**} is everything below epics and the
 * collection itself.
 *
 * @param parts words in lower case and {@code *}
 * @param rest whether anything may follow
 */
public record PathPattern(List<String> parts, boolean rest) {

    /** Accepts every path, also those that are none of the API's. */
    public static final PathPattern ANY = new PathPattern(List.of(), true);

    private static final String ONE = "*";
    private static final String REST = "**";

    public PathPattern {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a pattern.
     *
     * @param path below {@code /rest/align/api/2}, with a slash at the beginning
     * @param endpoints know the plurals
     * @throws InvalidValueException when a star stands where it means nothing
     */
    public static PathPattern of(String path, Endpoints endpoints) {
        List<String> parts = endpoints.parts(path);
        boolean rest = parts.get(parts.size() - 1).equals(REST);
        List<String> fixed = rest ? parts.subList(0, parts.size() - 1) : parts;
        if (fixed.contains(REST)) {
            throw refused(path, "it has ** before its end");
        }
        if (fixed.stream().anyMatch(part -> part.contains("*") && !part.equals(ONE))) {
            throw refused(path, "it has a star that does not stand for a whole segment");
        }
        return new PathPattern(fixed, rest);
    }

    private static InvalidValueException refused(String path, String reason) {
        return new InvalidValueException("path", path, Reason.not(Limits.PATH).because(reason));
    }

    /** Whether a path is accepted. */
    public boolean matches(List<String> path) {
        if (rest ? path.size() < parts.size() : path.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).equals(ONE) && !parts.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether some path of an address is accepted. */
    public boolean meets(List<Segment> address) {
        if (rest ? address.size() < parts.size() : address.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).equals(ONE) && !address.get(i).accepts(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every path that the other accepts is accepted too. */
    boolean covers(PathPattern other) {
        if (rest ? other.parts.size() < parts.size() : other.rest || other.parts.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).equals(ONE) && !parts.get(i).equals(other.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** As it is written in JSON. */
    public String text() {
        String fixed = String.join("/", parts);
        return "/" + fixed + (rest ? (parts.isEmpty() ? "" : "/") + REST : "");
    }
}
