package io.alignemulator.query.function;

import io.alignemulator.values.Collation;
import java.util.Locale;

/** What the functions of texts give. */
final class TextBodies {
    private static final int LONGEST = 4_000_000;

    private TextBodies() {}

    static Object indexOf(Object[] arguments) {
        return (long) Collation.indexOf((String) arguments[0], Collation.fold((String) arguments[1]));
    }

    /** As the database cuts: a place before the beginning counts along, one behind the end gives the empty text. */
    static Object substring(Object[] arguments) {
        String text = (String) arguments[0];
        long from = (Long) arguments[1];
        long length = arguments.length > 2 ? (Long) arguments[2] : text.length();
        int begin = (int) Math.max(0, Math.min(text.length(), from));
        int end = (int) Math.max(begin, Math.min(text.length(), from + length));
        return text.substring(begin, end);
    }

    /** The database holds no text without bound, and neither may a filter make one of the other. */
    static Object concat(Object[] arguments) {
        String first = (String) arguments[0];
        String second = (String) arguments[1];
        return first.length() + (long) second.length() > LONGEST ? first : first.concat(second);
    }

    static Object trim(Object[] arguments) {
        return ((String) arguments[0]).strip();
    }

    static Object lower(Object[] arguments) {
        return ((String) arguments[0]).toLowerCase(Locale.ROOT);
    }

    static Object upper(Object[] arguments) {
        return ((String) arguments[0]).toUpperCase(Locale.ROOT);
    }

    static Object length(Object[] arguments) {
        return (long) ((String) arguments[0]).length();
    }

    /** Bounded like {@link #concat}, by what the text could grow to. */
    static Object replace(Object[] arguments) {
        String text = (String) arguments[0];
        String old = (String) arguments[1];
        String replacement = (String) arguments[2];
        long places = old.isEmpty() ? 0 : text.length() / old.length();
        boolean fits = text.length() + places * replacement.length() <= LONGEST;
        return old.isEmpty() || !fits ? text : text.replace(old, replacement);
    }
}
