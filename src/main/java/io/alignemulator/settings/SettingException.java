package io.alignemulator.settings;

import io.alignemulator.wording.Reason;
import java.util.Optional;

/** A setting that cannot be used; the message is one line for the person who wrote it. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Reason> refusal;

    public SettingException(String message) {
        super(message);
        this.refusal = Optional.empty();
    }

    /**
     * A value that a setting does not take.
     *
     * @param name of the setting, without dashes
     * @param value in quotes
     */
    public SettingException(String name, String value, Reason refusal) {
        super(refusal.of("--" + name, value) + ".");
        this.refusal = Optional.of(refusal);
    }

    /** Why the value is refused, for those who tell it under another name; empty where it is not a value that is wrong. */
    public Optional<Reason> refusal() {
        return refusal;
    }
}
