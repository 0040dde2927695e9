package io.alignemulator.sandbox.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with its percent-encoding and the escapes of JSON undone, which remembers where each of its characters came from.
 *
 * @param text a byte of UTF-8 a character
 * @param starts where in the written text each character begins; one entry more for the end
 */
record Unwrapped(String text, int[] starts) {

    /** Wrapped more often than this nobody reads it by accident. */
    private static final int MOST_WRAPPINGS = 4;

    /** The text as it stands, and all that comes of undoing the two, in any order, as often as there is something to undo. */
    static List<Unwrapped> all(String written) {
        int[] starts = new int[written.length() + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
        }
        List<Unwrapped> all = new ArrayList<>(List.of(new Unwrapped(written, starts)));
        int begin = 0;
        for (int depth = 0; depth < MOST_WRAPPINGS && begin < all.size(); depth++) {
            int end = all.size();
            for (Unwrapped each : List.copyOf(all.subList(begin, end))) {
                each.add(all, '%');
                each.add(all, '\\');
            }
            begin = end;
        }
        return all;
    }

    private void add(List<Unwrapped> all, char escape) {
        if (text.indexOf(escape) >= 0) {
            Unwrapped next = without(escape);
            for (Unwrapped each : all) {
                if (each.text.equals(next.text)) {
                    return;
                }
            }
            all.add(next);
        }
    }

    /** Whether there is something to undo but plain escapes of quotes, for which whoever looks for a text looks too; JSON in a text of JSON escapes its escapes. */
    static boolean isWrapped(String written) {
        if (written.contains("\\u") || written.contains("\\/") || written.contains("\\\\")) {
            return true;
        }
        for (int at = written.indexOf('%'); at >= 0; at = written.indexOf('%', at + 1)) {
            if (number(written, at + 1, 2) >= 0) {
                return true;
            }
        }
        return false;
    }

    private Unwrapped without(char escape) {
        StringBuilder plain = new StringBuilder(text.length());
        int[] from = new int[text.length() + 1];
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (c != escape) {
                from[plain.length()] = starts[at++];
                plain.append(c);
                continue;
            }
            int length = length(at);
            String meant = meant(at, length);
            for (int i = 0; i < meant.length(); i++) {
                from[plain.length()] = starts[at];
                plain.append(meant.charAt(i));
            }
            at += length;
        }
        from[plain.length()] = starts[text.length()];
        return new Unwrapped(plain.toString(), from);
    }

    /** How many characters the one at a position is written with. */
    private int length(int at) {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == '%' && number(text, at + 1, 2) >= 0) {
            return 3;
        }
        if (c == '\\' && next == 'u' && number(text, at + 2, 4) >= 0) {
            return 6;
        }
        return c == '\\' && "\\/\"".indexOf(next) >= 0 ? 2 : 1;
    }

    private String meant(int at, int length) {
        return switch (length) {
            case 3 -> String.valueOf((char) number(text, at + 1, 2));
            case 6 ->
                new String(
                        String.valueOf((char) number(text, at + 2, 4)).getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
            default -> String.valueOf(text.charAt(at + length - 1));
        };
    }

    /** The hexadecimal number of so many digits; -1 for none. */
    private static int number(String text, int at, int digits) {
        if (at + digits > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            number = number * 16 + digit;
        }
        return number;
    }
}
