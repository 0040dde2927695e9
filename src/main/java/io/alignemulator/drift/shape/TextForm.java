package io.alignemulator.drift.shape;

import java.util.regex.Pattern;

/** How a text is spelled, without what it says. */
public final class TextForm {

    /** A time as REPR-03 has it. */
    public static final String TIME = "0000-00-00T00:00:00.000Z";

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?"
                    + "|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}(,? \\d{1,2}:\\d{2}(:\\d{2})?( [AP]M)?)?");
    private static final Pattern MICROSOFT = Pattern.compile("/Date\\(-?\\d+\\)/");

    private TextForm() {}

    /** A date with all digits 0, or one word: empty, digits, address, text. */
    public static String of(String text) {
        if (text.isEmpty()) {
            return "empty";
        }
        if (DATE.matcher(text).matches()) {
            return text.replaceAll("\\d", "0");
        }
        if (MICROSOFT.matcher(text).matches()) {
            return "/Date(0)/";
        }
        if (text.matches("\\d+")) {
            return "digits";
        }
        return text.matches("https?://.*") ? "address" : "text";
    }
}
