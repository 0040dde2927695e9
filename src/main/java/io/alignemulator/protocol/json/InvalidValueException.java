package io.alignemulator.protocol.json;

import io.alignemulator.wording.Reason;
import org.jspecify.annotations.Nullable;

/** A value that a key cannot have. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient @Nullable Object value;
    private final transient Reason refusal;

    /**
     * Why a value is refused.
     *
     * @param key whose value it is; empty where only those around know, and for the whole
     * @param value as it was given; null for none
     */
    public InvalidValueException(String key, @Nullable Object value, Reason refusal) {
        super(refusal.of(key, shown(key, value)));
        this.key = key;
        this.value = value;
        this.refusal = refusal;
    }

    private static String shown(String key, @Nullable Object value) {
        if (value == null) {
            return key.isEmpty() ? "This" : "";
        }
        return value.equals("") ? "\"\"" : value.toString();
    }

    /** Why, and what would be right. */
    public Reason refusal() {
        return refusal;
    }

    /**
     * What is wrong with the body that the value stands in.
     *
     * @param pointer to the object that has the key
     */
    public Mistake in(String pointer) {
        return new Mistake(
                key.isEmpty() ? pointer : Mistake.below(pointer, key),
                value == null ? "" : Mistake.written(value),
                refusal);
    }
}
