package io.alignemulator.resource.body.token;

/** The characters of a body, with line and column as the framework counts them. For one thread. */
final class Characters {

    /** What stands after the last character. */
    static final int END = -1;

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Characters(String text) {
        this.text = text;
    }

    /** The next character, {@link #END} when there is none. */
    int peek() {
        return peek(0);
    }

    int peek(int further) {
        return at + further < text.length() ? text.charAt(at + further) : END;
    }

    /** Steps over so many characters, or over those that are left. */
    void skip(int count) {
        at = Math.min(text.length(), at + count);
    }

    void toEnd() {
        at = text.length();
    }

    int position() {
        return at;
    }

    String from(int start) {
        return text.substring(start, at);
    }

    int line() {
        return line;
    }

    int column() {
        return at - lineStart;
    }

    /** Steps over one character of a line's end, of which two make one line. */
    void skipLineEnd() {
        if (peek() == '\r' && peek(1) == '\n') {
            at++;
        }
        at++;
        line++;
        lineStart = at;
    }

    /** Steps over white space, or stays. */
    boolean skipBlank() {
        int c = peek();
        if (c == '\n' || c == '\r') {
            skipLineEnd();
            return true;
        }
        if (c == END || !isBlank(c)) {
            return false;
        }
        at++;
        return true;
    }

    void skipBlanks() {
        while (skipBlank()) {
            // the next one
        }
    }

    /** As .NET counts white space: what Java calls a space, and the separators without a width of their own. */
    static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }

    /** Whether only white space is left. */
    boolean isAtEnd() {
        int here = at;
        while (here < text.length() && isBlank(text.charAt(here))) {
            here++;
        }
        return here == text.length();
    }
}
