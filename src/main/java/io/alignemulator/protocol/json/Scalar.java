package io.alignemulator.protocol.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A text, a number or a boolean, wherever JSON may hold any of them.
 *
 * @param value a String, a Long, a Double or a Boolean
 */
public record Scalar(@JsonValue Object value) {

    /** A text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Scalar of(String text) {
        return new Scalar(text);
    }

    /** A whole number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Scalar of(long number) {
        return new Scalar(number);
    }

    /** Any other number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Scalar of(double number) {
        return new Scalar(number);
    }

    /** A switch. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Scalar of(boolean flag) {
        return new Scalar(flag);
    }

    /** As a text, whatever it is. */
    public String text() {
        return value.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
