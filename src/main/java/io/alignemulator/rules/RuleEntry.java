package io.alignemulator.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * One rule as {@code openapi/rules.yaml} has it.
 *
 * @param id permanent, such as RATE-01
 * @param status whether the emulator does it, or knows it and does not yet
 * @param evidence how it is known
 * @param source where it is said
 * @param says what holds while the rule is on
 * @param refuses whether a call can be refused by it
 * @param switchedOff what holds instead once it is switched off by its id; empty when it cannot be
 * @param setting name of the setting that governs it instead of a switch
 * @param unswitched why an assumed rule has neither
 * @param unlessSet what it is when nothing is set: off; empty for on
 * @param later what is not done yet
 */
public record RuleEntry(
        String id,
        Status status,
        Evidence evidence,
        String source,
        String says,
        boolean refuses,
        @JsonProperty("switch") Optional<String> switchedOff,
        Optional<String> setting,
        Optional<String> unswitched,
        @JsonProperty("default") Optional<String> unlessSet,
        Optional<String> later) {

    /** Whether the emulator does what a rule says. */
    public enum Status {
        @JsonProperty("holds")
        HOLDS,
        @JsonProperty("planned")
        PLANNED
    }

    public RuleEntry {
        if (!id.matches("[A-Z]{3,4}-[0-9]{2}")) {
            throw new IllegalArgumentException("'" + id + "' is no id of a rule");
        }
    }

    /** Whether the emulator does it; otherwise it is known and not yet done. */
    public boolean holds() {
        return status == Status.HOLDS;
    }

    /** Whether it holds when nothing is set. */
    public boolean onByDefault() {
        return !unlessSet.equals(Optional.of("off"));
    }

    /** The letters in front of the number. */
    public String family() {
        return id.substring(0, id.indexOf('-'));
    }
}
