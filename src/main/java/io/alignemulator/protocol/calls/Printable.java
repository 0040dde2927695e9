package io.alignemulator.protocol.calls;

/** Texts of others on their way to a terminal. */
public final class Printable {

    private Printable() {}

    /** The text with every character that a terminal would act on, or that turns the direction of writing, written as JSON escapes it; line breaks and tabs stay. */
    public static String of(String text) {
        int first = 0;
        while (first < text.length() && !acts(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            printable.append(acts(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        return printable.toString();
    }

    private static boolean acts(char c) {
        return (Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t')
                || Character.getType(c) == Character.FORMAT;
    }
}
