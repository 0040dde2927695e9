package io.alignemulator.resource.body.token;

/** Comments between two slashes and the end of the line, or between stars. */
final class Comments {

    private Comments() {}

    static void skip(SiteReader reader, Characters characters) {
        characters.skip(1);
        int kind = characters.peek();
        if (kind == Characters.END) {
            throw reader.problem("Unexpected end while parsing comment.");
        }
        if (kind != '*' && kind != '/') {
            throw reader.problem("Error parsing comment. Expected: *, got " + (char) kind + ".");
        }
        characters.skip(1);
        while (!isEnd(reader, characters, kind)) {
            if (!characters.skipBlank()) {
                characters.skip(1);
            }
        }
    }

    private static boolean isEnd(SiteReader reader, Characters characters, int kind) {
        int c = characters.peek();
        if (kind == '/') {
            return c == Characters.END || c == '\n' || c == '\r';
        }
        if (c == Characters.END) {
            throw reader.problem("Unexpected end while parsing comment.");
        }
        if (c == '*' && characters.peek(1) == '/') {
            characters.skip(2);
            return true;
        }
        return false;
    }
}
