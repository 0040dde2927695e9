package io.alignemulator.resource.body.token;

/** Keys of members, with their colon: in quotes of either kind, or bare. */
final class MemberNames {

    private MemberNames() {}

    /** @param first the character on which the reader stands */
    static String read(SiteReader reader, Characters characters, int first) {
        String name;
        if (first == '"' || first == '\'') {
            if (first == '\'') {
                reader.leniently();
            }
            characters.skip(1);
            name = Strings.read(reader, characters, first);
        } else if (isOfName(first)) {
            reader.leniently();
            name = bare(reader, characters);
        } else {
            throw reader.problem("Invalid property identifier character: " + (char) first + ".");
        }
        characters.skipBlanks();
        int c = characters.peek();
        if (c != ':') {
            throw reader.problem("Invalid character after parsing property name. Expected ':' but got: "
                    + (c == Characters.END ? '\0' : (char) c) + ".");
        }
        characters.skip(1);
        return name;
    }

    private static String bare(SiteReader reader, Characters characters) {
        int start = characters.position();
        while (true) {
            int c = characters.peek();
            if (c == Characters.END) {
                throw reader.problem("Unexpected end while parsing unquoted property name.");
            }
            if (c == ':' || Characters.isBlank(c)) {
                return characters.from(start);
            }
            if (!isOfName(c)) {
                throw reader.problem("Invalid JavaScript property identifier character: " + (char) c + ".");
            }
            characters.skip(1);
        }
    }

    private static boolean isOfName(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
