package io.alignemulator.world;

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
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return foldEach(text);
            }
        }
        return text;
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
