package io.alignemulator.protocol.json;

/** A value that a key cannot have. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String value;
    private final String reason;

    /**
     * Why a value is refused.
     *
     * @param key whose value it is
     * @param value as it was given; empty for none
     * @param reason continues "key value"
     */
    public InvalidValueException(String key, String value, String reason) {
        super(key + (value.isEmpty() ? "" : ": " + value) + " " + reason);
        this.key = key;
        this.value = value;
        this.reason = reason;
    }

    /** Whose value it is. */
    public String key() {
        return key;
    }

    /** As it was given; empty for none. */
    public String value() {
        return value;
    }

    /** Continues "key value". */
    public String reason() {
        return reason;
    }
}
