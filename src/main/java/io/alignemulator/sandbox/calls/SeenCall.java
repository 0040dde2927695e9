package io.alignemulator.sandbox.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A call as a matcher sees it: before it is answered, or afterwards in the journal. */
public interface SeenCall {

    String method();

    /** As sent, not decoded. */
    String path();

    /** As sent, without the question mark. */
    String query();

    /** The values of a header, whatever the case of its name. */
    List<String> header(String name);

    /** What is known of the body; empty for what is no text. */
    Optional<String> bodyText();

    /** Whose token it carries; empty for none. */
    Optional<Long> userId();

    /** What the user is called; {@code nobody} for none. */
    String persona();

    /** When it came in, by the clock of the site. */
    Instant time();

    /** What became of it; nothing before it is answered. */
    default Outcome outcome() {
        return Outcome.NONE;
    }

    /** What became of a call. */
    record Outcome(int status, List<String> rules, List<String> ignored, String fault) {

        static final Outcome NONE = new Outcome(0, List.of(), List.of(), "");
    }
}
