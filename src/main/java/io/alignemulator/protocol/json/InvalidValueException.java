package io.alignemulator.protocol.json;

import io.alignemulator.spelling.Refusal;

/** A value that a key cannot have. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object value;
    private final transient Refusal refusal;

    /**
     * Why a value is refused.
     *
     * @param key whose value it is; empty where only those around know
     * @param value as it was given; an empty text for none
     */
    public InvalidValueException(String key, Object value, Refusal refusal) {
        super(refusal.of(key, value.toString()));
        this.key = key;
        this.value = value;
        this.refusal = refusal;
    }

    /** Whose value it is; empty where only those around know. */
    public String key() {
        return key;
    }

    public Refusal refusal() {
        return refusal;
    }

    /**
     * What is wrong with the body that the value stands in.
     *
     * @param pointer to the object that has the key
     */
    public Mistake in(String pointer) {
        return new Mistake(key.isEmpty() ? pointer : Mistake.below(pointer, key), Mistake.written(value), refusal);
    }
}
