package io.alignemulator.query.parse;

import io.alignemulator.query.value.ValueType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a query option.
 *
 * @param text as it stands in the option
 * @param position of its first character, counted from 0
 * @param end the position after its last character
 */
record SyntaxToken(Kind kind, String text, int position, int end) {
    enum Kind {
        NAME(null),
        /** A name right before a quoted text, as in {@code datetime'...'}. */
        PREFIXED(ValueType.TEXT),
        TEXT(ValueType.TEXT),
        /** A JSON object or array, which counts as a text. */
        JSON(ValueType.TEXT),
        TRUTH(ValueType.BOOLEAN),
        NULL(ValueType.NULL),
        INTEGER(ValueType.INTEGER),
        LONG(ValueType.LONG),
        SINGLE(ValueType.SINGLE),
        DOUBLE(ValueType.DOUBLE),
        DECIMAL(ValueType.DECIMAL),
        DATE(ValueType.DATE),
        DATE_TIME(ValueType.DATE_TIME),
        TIME(ValueType.TIME),
        DURATION(ValueType.DURATION),
        GUID(ValueType.GUID),
        /** Hexadecimal digits, of which nothing here makes a value. */
        BINARY(ValueType.TEXT),
        ALIAS(null),
        OPEN(null),
        CLOSE(null),
        COMMA(null),
        COLON(null),
        SEMICOLON(null),
        SLASH(null),
        DOT(null),
        STAR(null),
        MINUS(null),
        EQUALS(null),
        QUESTION(null),
        END(null);

        private final @Nullable ValueType literal;

        Kind(@Nullable ValueType literal) {
            this.literal = literal;
        }

        /** The type of the literals of that kind; empty for what is no literal. */
        Optional<ValueType> literal() {
            return Optional.ofNullable(literal);
        }

        boolean number() {
            return literal != null && literal.number();
        }
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    /** Whether it is that keyword, in any case (rule FILT-07). */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }
}
