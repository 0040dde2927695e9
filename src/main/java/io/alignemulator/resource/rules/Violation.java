package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.rules.RuleId;

/**
 * Something that a record must not hold.
 *
 * @param reason the sentence that names the field
 * @param rule the rule that found it
 * @param why what is wrong with the value, for people; the real server does not tell
 */
public record Violation(Field field, String reason, RuleId rule, String why) {

    static Violation invalid(Field field, RuleId rule, String why) {
        return new Violation(field, "Value for " + field.name() + " is invalid.", rule, why);
    }

    static Violation wrongType(Field field) {
        return new Violation(
                field,
                "Value for " + field.name() + " is invalid.",
                RuleId.WRIT_06,
                field.name() + " has the wrong JSON type");
    }

    static Violation required(Field field, RuleId rule) {
        return new Violation(field, field.name() + " is required.", rule, field.name() + " is missing");
    }

    static Violation tooLong(Field field, int most) {
        return new Violation(
                field,
                field.name() + " must have at most " + most + " characters.",
                RuleId.EMUL_29,
                field.name() + " is longer than the emulator keeps");
    }

    static Violation length(Field field, int min, int max, RuleId rule) {
        return new Violation(
                field,
                field.name() + " must be between " + min + " and " + max + " characters.",
                rule,
                field.name() + " is too short or too long");
    }
}
