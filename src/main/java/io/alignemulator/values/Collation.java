package io.alignemulator.values;

import java.util.Comparator;

/**
 * How texts compare: without regard to case, everywhere (eq, ne, order, contains, startswith, endswith, $orderby).
 *
 * <p>Inferred: the real server keeps its records in SQL Server, whose usual collation ignores case; nothing published
 * proves it. This class is the only place that knows, so that another collation is a change of {@link #fold} alone.
 */
public final class Collation {
    public static final Comparator<String> ORDER = Comparator.comparing(Collation::fold);

    private Collation() {}

    /** One spelling for all texts that count as equal. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return foldEach(text);
            }
            if (c >= 'A' && c <= 'Z') {
                return isAscii(text) ? small(text) : foldEach(text);
            }
        }
        return text;
    }

    private static String small(String ascii) {
        char[] letters = new char[ascii.length()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Search.lower(ascii.charAt(i));
        }
        return new String(letters);
    }

    /**
     * Whether the text holds the part, which comes {@link #fold}ed. Nothing is copied while both are ASCII: this is asked of every record that a filter looks at.
     */
    public static boolean contains(String text, String foldedPart) {
        return indexOf(text, foldedPart) >= 0;
    }

    /** Where the part, which comes {@link #fold}ed, begins in the folded text; -1 where it is not in it. */
    public static int indexOf(String text, String foldedPart) {
        return Search.indexOf(isAscii(text) ? text : fold(text), foldedPart);
    }

    /** Whether both texts count as equal, of which the second comes {@link #fold}ed. */
    public static boolean equal(String text, String folded) {
        boolean same = text.length() == folded.length() && startsAt(text, 0, folded);
        return same || (!isAscii(text) && fold(text).equals(folded));
    }

    /** Whether the text begins with the part, which comes {@link #fold}ed. */
    public static boolean startsWith(String text, String foldedPart) {
        return isAscii(text)
                ? text.length() >= foldedPart.length() && startsAt(text, 0, foldedPart)
                : fold(text).startsWith(foldedPart);
    }

    /** Whether the text ends with the part, which comes {@link #fold}ed. */
    public static boolean endsWith(String text, String foldedPart) {
        int from = text.length() - foldedPart.length();
        return isAscii(text)
                ? from >= 0 && startsAt(text, from, foldedPart)
                : fold(text).endsWith(foldedPart);
    }

    /** Letters of the text that are not ASCII end the comparison: the caller has not met them yet and will. */
    private static boolean startsAt(String text, int from, String foldedPart) {
        return Search.common(text, from, foldedPart) == foldedPart.length();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Letter by letter: a whole-string conversion depends on neighbours, and then parts would fold unlike their whole. */
    private static String foldEach(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
