package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.rules.RuleId;

/**
 * Something that a record must not hold.
 *
 * @param kind whether the JSON type is wrong, which the framework refuses, or the value, which the API refuses with a sentence
 * @param reason the sentence that names the field
 * @param rule the rule that found it
 * @param why what is wrong with the value, for people; the real server does not tell
 */
public record Violation(Field field, Kind kind, String reason, RuleId rule, String why) {

    public enum Kind {
        TYPE,
        VALUE
    }

    static Violation invalid(Field field, RuleId rule, String why) {
        return new Violation(field, Kind.VALUE, "Value for " + field.name() + " is invalid.", rule, why);
    }

    static Violation wrongType(Field field) {
        return new Violation(
                field,
                Kind.TYPE,
                "Value for " + field.name() + " is invalid.",
                RuleId.ERRS_03,
                field.name() + " has the wrong JSON type");
    }

    static Violation required(Field field, RuleId rule) {
        return new Violation(field, Kind.VALUE, field.name() + " is required.", rule, field.name() + " is missing");
    }

    static Violation length(Field field, int min, int max, RuleId rule) {
        return new Violation(
                field,
                Kind.VALUE,
                field.name() + " must be between " + min + " and " + max + " characters.",
                rule,
                field.name() + " is too short or too long");
    }

    /** The same, refused with a sentence even where the JSON type is wrong. */
    public Violation asValue() {
        return new Violation(field, Kind.VALUE, reason, rule == RuleId.ERRS_03 ? RuleId.PTCH_09 : rule, why);
    }
}
