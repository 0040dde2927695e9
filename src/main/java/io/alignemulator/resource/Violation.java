package io.alignemulator.resource;

import io.alignemulator.catalogue.Field;

/**
 * Something that a record must not hold.
 *
 * @param kind whether the JSON type is wrong, which the framework refuses, or the value, which the API refuses with a sentence
 * @param reason the sentence that names the field
 */
record Violation(Field field, Kind kind, String reason) {

    enum Kind {
        TYPE,
        VALUE
    }

    static Violation invalid(Field field) {
        return new Violation(field, Kind.VALUE, "Value for " + field.name() + " is invalid.");
    }

    static Violation wrongType(Field field) {
        return new Violation(field, Kind.TYPE, "Value for " + field.name() + " is invalid.");
    }

    static Violation required(Field field) {
        return new Violation(field, Kind.VALUE, field.name() + " is required.");
    }

    static Violation length(Field field, int min, int max) {
        return new Violation(
                field, Kind.VALUE, field.name() + " must be between " + min + " and " + max + " characters.");
    }
}
