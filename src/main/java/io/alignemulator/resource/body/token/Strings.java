package io.alignemulator.resource.body.token;

/** Texts in quotes: double or single ones, with raw control characters. */
final class Strings {

    private Strings() {}

    /** Reads on behind the opening quote up to the closing one. */
    static String read(SiteReader reader, Characters characters, int quote) {
        StringBuilder text = new StringBuilder();
        while (true) {
            int c = characters.peek();
            if (c == Characters.END) {
                throw reader.problem("Unterminated string. Expected delimiter: " + (char) quote + ".");
            }
            if (c == quote) {
                characters.skip(1);
                return text.toString();
            }
            if (c == '\\') {
                characters.skip(1);
                escape(reader, characters, quote, text);
            } else if (c == '\n' || c == '\r') {
                int start = characters.position();
                characters.skipLineEnd();
                text.append(characters.from(start));
                reader.leniently();
            } else {
                text.append((char) c);
                characters.skip(1);
                if (c < ' ') {
                    reader.leniently();
                }
            }
        }
    }

    private static void escape(SiteReader reader, Characters characters, int quote, StringBuilder text) {
        int c = characters.peek();
        switch (c) {
            case 'b' -> text.append('\b');
            case 't' -> text.append('\t');
            case 'n' -> text.append('\n');
            case 'f' -> text.append('\f');
            case 'r' -> text.append('\r');
            case '\\', '"', '/' -> text.append((char) c);
            case '\'' -> {
                text.append('\'');
                reader.leniently();
            }
            case 'u' -> {
                characters.skip(1);
                text.append(unicode(reader, characters));
                return;
            }
            case Characters.END ->
                throw reader.problem("Unterminated string. Expected delimiter: " + (char) quote + ".");
            default -> {
                characters.skip(1);
                throw reader.problem("Bad JSON escape sequence: \\" + (char) c + ".");
            }
        }
        characters.skip(1);
    }

    private static char unicode(SiteReader reader, Characters characters) {
        int code = 0;
        int start = characters.position();
        for (int i = 0; i < 4; i++) {
            int c = characters.peek(i);
            if (c == Characters.END) {
                characters.toEnd();
                throw reader.problem("Unexpected end while parsing Unicode escape sequence.");
            }
            int digit = Character.digit(c, 16);
            if (digit < 0 || c > 'f') {
                characters.skip(4); // three or fewer where the text ends first
                throw reader.problem("Invalid Unicode escape sequence: \\u" + characters.from(start) + ".");
            }
            code = code * 16 + digit;
        }
        characters.skip(4);
        return (char) code;
    }
}
