package io.alignemulator.catalogue;

import java.util.Optional;

/**
 * The type of a field.
 *
 * @param kind JSON kind
 * @param format format of the schema (uid, flag, csv, html, color, email, ...), empty when there is none
 * @param items kind of the elements of an {@link Kind#ARRAY}
 * @param model nested model of an {@link Kind#OBJECT} or of the objects of an array; empty for free-form objects
 */
public record FieldType(Kind kind, String format, Optional<Kind> items, Optional<Model> model) {

    /** A reference to a user: a string that holds the user's uid. */
    public boolean isUid() {
        return format.equals("uid");
    }

    public boolean isArray() {
        return kind == Kind.ARRAY;
    }
}
