package io.alignemulator.resource.body.token;

/** Values of a body: which characters may begin one depends on what is wanted, as in the framework's reader. */
final class Scalars {

    private Scalars() {}

    /** Reads the next value; false at the end of the body. */
    static boolean value(SiteReader reader, Characters characters, Wanted wanted) {
        while (true) {
            int c = characters.peek();
            if (c == Characters.END) {
                if (wanted != Wanted.ANY) {
                    reader.set(BodyToken.NONE, null);
                }
                return false;
            }
            if (c == 0) {
                characters.skip(1);
            } else if (!characters.skipBlank()) {
                if (c == ',' && wanted != Wanted.ANY) {
                    throw comma(reader, characters);
                }
                begin(reader, characters, wanted, c);
                return true;
            }
        }
    }

    private static void begin(SiteReader reader, Characters characters, Wanted wanted, int c) {
        switch (c) {
            case '"', '\'' -> text(reader, characters, c);
            case '/' -> reader.comment();
            case ']' -> endOfArray(reader, characters, wanted);
            case 'n' -> nothing(reader, characters, wanted);
            case 'N' -> named(reader, characters, wanted, "NaN");
            case 'I' -> named(reader, characters, wanted, "Infinity");
            case '-' -> {
                if (characters.peek(1) == 'I') {
                    named(reader, characters, wanted, "-Infinity");
                } else {
                    Numbers.read(reader, characters, wanted);
                }
            }
            default -> other(reader, characters, wanted, c);
        }
    }

    private static void other(SiteReader reader, Characters characters, Wanted wanted, int c) {
        boolean digit = (c >= '0' && c <= '9') || c == '.';
        boolean flag = c == 't' || c == 'f';
        if (digit && wanted != Wanted.DATE) {
            Numbers.read(reader, characters, wanted);
        } else if (flag && (wanted == Wanted.ANY || wanted == Wanted.FLAG || wanted == Wanted.TEXT)) {
            flag(reader, characters, wanted, c == 't');
        } else if (wanted != Wanted.ANY) {
            characters.skip(1);
            throw unexpected(reader, c);
        } else {
            structure(reader, characters, c);
        }
    }

    private static void structure(SiteReader reader, Characters characters, int c) {
        switch (c) {
            case '{', '[' -> {
                characters.skip(1);
                reader.open(c == '{' ? BodyToken.START_OBJECT : BodyToken.START_ARRAY);
            }
            case 'u' -> {
                match(reader, characters, "undefined", "Error parsing undefined value.");
                reader.leniently();
                finish(reader, BodyToken.UNDEFINED, null);
            }
            case ',' -> {
                // the comma is read again behind the value that is missing
                reader.leniently();
                finish(reader, BodyToken.UNDEFINED, null);
            }
            default -> throw unexpected(reader, c);
        }
    }

    private static void text(SiteReader reader, Characters characters, int quote) {
        if (quote == '\'') {
            reader.leniently();
        }
        characters.skip(1);
        String text = Strings.read(reader, characters, quote);
        reader.finishedValue();
        reader.set(BodyToken.TEXT, text);
    }

    private static void endOfArray(SiteReader reader, Characters characters, Wanted wanted) {
        characters.skip(1);
        if (wanted != Wanted.ANY && !reader.mayEndArray()) {
            throw unexpected(reader, ']');
        }
        if (reader.isAfterComma()) {
            reader.leniently();
        }
        reader.close(BodyToken.END_ARRAY);
    }

    private static void nothing(SiteReader reader, Characters characters, Wanted wanted) {
        int next = characters.peek(1);
        if (next == Characters.END) {
            characters.toEnd();
            throw reader.problem("Unexpected end when reading JSON.");
        }
        if (next != 'u') {
            if (wanted != Wanted.ANY) {
                characters.skip(2);
                throw unexpected(reader, next);
            }
            throw unexpected(reader, 'n');
        }
        match(reader, characters, "null", "Error parsing null value.");
        finish(reader, BodyToken.NULL, null);
    }

    /** NaN and the infinities, which JSON has no word for. */
    private static void named(SiteReader reader, Characters characters, Wanted wanted, String word) {
        match(reader, characters, word, "Error parsing " + word + " value.");
        if (wanted == Wanted.ANY || wanted == Wanted.DECIMAL) {
            finish(reader, BodyToken.FLOAT, Double.valueOf(word));
        } else if (wanted == Wanted.TEXT) {
            finish(reader, BodyToken.TEXT, word);
        } else {
            throw reader.problem("Cannot read " + word + " value.");
        }
        reader.leniently();
    }

    private static void flag(SiteReader reader, Characters characters, Wanted wanted, boolean flag) {
        String word = Boolean.toString(flag);
        if (!matches(reader, characters, word)) {
            throw wanted == Wanted.ANY
                    ? reader.problem("Error parsing boolean value.")
                    : unexpected(reader, characters.peek());
        }
        if (wanted == Wanted.TEXT) {
            finish(reader, BodyToken.BOOLEAN, word);
        } else {
            finish(reader, BodyToken.BOOLEAN, flag);
        }
    }

    private static void finish(SiteReader reader, BodyToken token, @org.jspecify.annotations.Nullable Object value) {
        reader.finishedValue();
        reader.set(token, value);
    }

    private static void match(SiteReader reader, Characters characters, String word, String otherwise) {
        if (!matches(reader, characters, word)) {
            throw reader.problem(otherwise);
        }
    }

    /** Steps over the word, or over as much of it as is there. */
    private static boolean matches(SiteReader reader, Characters characters, String word) {
        if (characters.peek(word.length() - 1) == Characters.END) {
            characters.toEnd();
            throw reader.problem("Unexpected end when reading JSON.");
        }
        for (int i = 0; i < word.length(); i++) {
            if (characters.peek(i) != word.charAt(i)) {
                characters.skip(i);
                return false;
            }
        }
        characters.skip(word.length());
        int next = characters.peek();
        boolean comment = next == '/' && (characters.peek(1) == '*' || characters.peek(1) == '/');
        return next == Characters.END || next == 0 || ",]}".indexOf(next) >= 0 || comment || Characters.isBlank(next);
    }

    private static ReadException comma(SiteReader reader, Characters characters) {
        characters.skip(1);
        reader.finishedValue();
        reader.set(BodyToken.UNDEFINED, null);
        ReadException problem = unexpected(reader, ',');
        characters.skip(-1);
        return problem;
    }

    private static ReadException unexpected(SiteReader reader, int c) {
        return reader.problem("Unexpected character encountered while parsing value: " + (char) c + ".");
    }
}
