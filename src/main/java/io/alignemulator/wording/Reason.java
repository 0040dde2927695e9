package io.alignemulator.wording;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why something that was sent, set or typed is refused: the end of a sentence that begins with it. The sentence is true and says what would be right: {@code 0 is not a whole number from 1}, where
 * nothing stands {@code /verb is missing; it has to be one of GET, POST}, and for what would be right elsewhere {@code 0.5 is not taken beside bytes; give one of them}. What is demanded is a noun
 * with its article, so that a reason which reads as if the refused value were right cannot be written.
 */
public final class Reason {

    private static final String NOT = "is not ";
    private static final String NOT_TAKEN = "is not taken ";
    private static final String MISSING = "is missing; it has to be ";

    private final String verb;
    private final String rest;

    private Reason(String verb, String rest) {
        this.verb = verb;
        this.rest = rest;
    }

    /** @param demanded what would be right, {@code a whole number from 1} */
    public static Reason not(String demanded) {
        return new Reason(NOT, demanded);
    }

    /** None of those that are known. */
    public static Reason notOneOf(Collection<?> known) {
        return not(oneOf(known));
    }

    /**
     * What would be right elsewhere.
     *
     * @param where {@code beside bytes}, {@code without a probability}
     * @param instead what to do, {@code give one of them}
     */
    public static Reason notTaken(String where, String instead) {
        return new Reason(NOT_TAKEN, where + "; " + instead);
    }

    /** What stands under a key that nothing is known by; the key is a spelling mistake more often than not. */
    public static Reason unknownKey(String key, Collection<String> known) {
        return notTaken("under an unknown key", "known are " + listed(known)).hint(Nearest.hint(key, known));
    }

    /** What is demanded where one of several has to be. */
    public static String oneOf(Collection<?> known) {
        return "one of " + listed(known);
    }

    private static String listed(Collection<?> known) {
        return known.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** The same with what is wrong in detail; nothing more when that is empty. */
    public Reason because(String detail) {
        return detail.isEmpty() ? this : hint(": " + detail);
    }

    /** The same with what may help, {@code ; did you mean 'x'?}, or nothing more. */
    public Reason hint(String continued) {
        return new Reason(verb, rest + continued);
    }

    /**
     * The whole sentence.
     *
     * @param place where it stands; empty when that is known
     * @param value what stands there; empty when nothing does
     */
    public String of(String place, String value) {
        return value.isEmpty()
                ? place + " " + (verb.equals(NOT) ? MISSING : verb) + rest
                : (place.isEmpty() ? "" : place + ": ") + value + " " + this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reason that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** What follows the value. */
    @Override
    public String toString() {
        return verb + rest;
    }
}
