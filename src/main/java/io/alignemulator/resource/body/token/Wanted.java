package io.alignemulator.resource.body.token;

import io.alignemulator.catalogue.Kind;

/** What the next value is read as: the reader refuses another token before any conversion is tried. */
public enum Wanted {
    ANY,
    INTEGER,
    DECIMAL,
    TEXT,
    FLAG,
    DATE;

    /** What a value of the model is read as. */
    public static Wanted by(Kind kind) {
        return switch (kind) {
            case INTEGER -> INTEGER;
            case NUMBER -> DECIMAL;
            case STRING -> TEXT;
            case BOOLEAN -> FLAG;
            case DATE_TIME -> DATE;
            case OBJECT, ARRAY -> ANY;
        };
    }
}
