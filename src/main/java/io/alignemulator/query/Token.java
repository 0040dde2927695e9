package io.alignemulator.query;

/**
 * A piece of a query option.
 *
 * @param text as it stands in the option
 * @param position of its first character, counted from 0
 * @param value the literal's value (String, Long, Double, Instant), else the text
 */
record Token(Kind kind, String text, int position, Object value) {
    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        DATE,
        OPEN,
        CLOSE,
        COMMA,
        COLON,
        SLASH,
        END
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}
