package io.alignemulator.spelling;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why something that was sent, set or typed is refused: the end of a sentence that begins with it. The sentence is true and says what would be right: {@code 0 is not a whole number from 1}, where
 * nothing stands {@code /verb is missing; it has to be one of GET, POST}, and for what would be right elsewhere {@code 0.5 is not taken beside bytes; give one of them}. What is demanded is a noun
 * with its article, so that a reason which reads as if the refused value were right cannot be written.
 */
public final class Refusal {

    private static final String NOT = "is not ";
    private static final String NOT_TAKEN = "is not taken ";
    private static final String MISSING = "is missing; it has to be ";

    private final String verb;
    private final String rest;

    private Refusal(String verb, String rest) {
        this.verb = verb;
        this.rest = rest;
    }

    /** @param demanded what would be right, {@code a whole number from 1} */
    public static Refusal not(String demanded) {
        return new Refusal(NOT, demanded);
    }

    /** None of those that are known. */
    public static Refusal notOneOf(Collection<?> known) {
        return not(oneOf(known));
    }

    /**
     * What would be right elsewhere.
     *
     * @param where {@code beside bytes}, {@code without a probability}
     * @param instead what to do, {@code give one of them}
     */
    public static Refusal notTaken(String where, String instead) {
        return new Refusal(NOT_TAKEN, where + "; " + instead);
    }

    /** What stands under a key that nothing is known by; the key is a spelling mistake more often than not. */
    public static Refusal unknownKey(String key, Collection<String> known) {
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
    public Refusal because(String detail) {
        return detail.isEmpty() ? this : hint(": " + detail);
    }

    /** The same with what may help, {@code ; did you mean 'x'?}, or nothing more. */
    public Refusal hint(String continued) {
        return new Refusal(verb, rest + continued);
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
        return other instanceof Refusal that && toString().equals(that.toString());
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
