package io.alignemulator.values;

/** Finds a text in another in a time that grows with both lengths and not with their product: what repeats itself (a thousand times {@code ab}) would otherwise take minutes. */
final class Search {

    /** Letters compared in vain, for each letter passed, from which on the search takes the way that never looks back. */
    private static final int PATIENCE = 4;

    private Search() {}

    /** Where the part begins in the text, or -1; capital letters of ASCII in the text count as small ones. */
    static int indexOf(String text, String part) {
        int last = text.length() - part.length();
        if (part.isEmpty()) {
            return 0;
        }
        char first = part.charAt(0);
        long vain = 0;
        for (int i = 0; i <= last; i++) {
            if (lower(text.charAt(i)) == first) {
                int same = common(text, i, part);
                if (same == part.length()) {
                    return i;
                }
                vain += same;
                if (vain > PATIENCE * (i + 64L)) {
                    return linear(text, i + 1, part);
                }
            }
        }
        return -1;
    }

    /** How many letters agree from there on. */
    static int common(String text, int from, String part) {
        int same = 0;
        while (same < part.length() && lower(text.charAt(from + same)) == part.charAt(same)) {
            same++;
        }
        return same;
    }

    /** As Knuth, Morris and Pratt do: after a mismatch goes on with the longest beginning of the part that has just been read. */
    private static int linear(String text, int from, String part) {
        int[] borders = borders(part);
        int same = 0;
        for (int i = from; i < text.length(); i++) {
            char c = lower(text.charAt(i));
            while (same > 0 && part.charAt(same) != c) {
                same = borders[same - 1];
            }
            if (part.charAt(same) == c) {
                same++;
            }
            if (same == part.length()) {
                return i - same + 1;
            }
        }
        return -1;
    }

    /** For each beginning of the part: how long its longest proper beginning is that it ends with. */
    private static int[] borders(String part) {
        int[] borders = new int[part.length()];
        int same = 0;
        for (int i = 1; i < part.length(); i++) {
            while (same > 0 && part.charAt(same) != part.charAt(i)) {
                same = borders[same - 1];
            }
            if (part.charAt(same) == part.charAt(i)) {
                same++;
            }
            borders[i] = same;
        }
        return borders;
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
