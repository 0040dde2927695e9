package io.alignemulator.rules;

import java.util.Optional;

/**
 * One rule as {@code openapi/rules.yaml} has it.
 *
 * @param id permanent, such as RATE-01
 * @param holds whether the emulator does it; otherwise it is known and not yet done
 * @param evidence how it is known
 * @param source where it is said
 * @param says what holds while the rule is on
 * @param refuses whether a call can be refused by it
 * @param switchedOff what holds instead once it is switched off by its id; empty when it cannot be
 * @param setting name of the setting that governs it instead of a switch
 * @param unswitched why an assumed rule has neither
 * @param onByDefault whether it holds when nothing is set
 * @param later what is not done yet
 */
public record RuleEntry(
        String id,
        boolean holds,
        Evidence evidence,
        String source,
        String says,
        boolean refuses,
        Optional<String> switchedOff,
        Optional<String> setting,
        Optional<String> unswitched,
        boolean onByDefault,
        Optional<String> later) {

    /** The letters in front of the number. */
    public String family() {
        return id.substring(0, id.indexOf('-'));
    }
}
