package io.alignemulator.resource.patch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a patch was not applied. It is an answer to a client rather than a fault, so it carries no stack trace. */
public final class PatchException extends RuntimeException {
    private final Kind kind;
    private final @Nullable String field;

    /** What was wrong. */
    public enum Kind {
        /** The patch itself is no patch: wrong JSON, a pointer that is none, a move into itself, growth without bound. */
        MALFORMED,
        /** A path leads to nothing in the document. */
        NO_TARGET,
        /** A {@code test} found another value. */
        TEST_FAILED
    }

    private PatchException(Kind kind, @Nullable String field, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.field = field;
    }

    static PatchException malformed(String message) {
        return new PatchException(Kind.MALFORMED, null, message);
    }

    static PatchException malformed(List<String> segments, String message) {
        return new PatchException(Kind.MALFORMED, first(segments), message);
    }

    static PatchException noTarget(List<String> segments) {
        return new PatchException(Kind.NO_TARGET, first(segments), "nothing is at " + pointer(segments));
    }

    static PatchException testFailed(List<String> segments) {
        return new PatchException(Kind.TEST_FAILED, first(segments), "another value is at " + pointer(segments));
    }

    /** What was wrong. */
    public Kind kind() {
        return kind;
    }

    /**
     * The first segment of the path that failed, unescaped: the field of the record, in the record's spelling if it has
     * such a field, else as the client wrote it. Empty when the patch could not be read, or the path was the whole
     * document's.
     */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    private static @Nullable String first(List<String> segments) {
        return segments.isEmpty() ? null : segments.get(0);
    }

    private static String pointer(List<String> segments) {
        return segments.isEmpty() ? "the root" : "/" + String.join("/", segments);
    }
}
