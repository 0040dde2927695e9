package io.alignemulator.resource.body;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and flags that are sent as texts (rules BODY-01 and BODY-03). Empty for a text that is none. */
final class TextConversions {

    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d[\\d,]*(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?(infinity|\u221e)");

    private TextConversions() {}

    /** @param whole whether it has to be written as an integer; else a fraction is cut */
    static Optional<Integer> integer(String text, boolean whole) {
        String number = stripped(text);
        if (!whole && DECIMAL.matcher(number).matches()) {
            return decimal(number).map(Double::intValue);
        }
        if (!INTEGER.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Commas separate thousands, wherever they stand before the point. */
    static Optional<Double> decimal(String text) {
        String number = stripped(text);
        if (DECIMAL.matcher(number).matches()) {
            return Optional.of(Double.valueOf(number.replace(",", "")));
        }
        String word = number.toLowerCase(Locale.ROOT);
        if (word.equals("nan") || word.equals("-nan") || word.equals("+nan")) {
            return Optional.of(Double.NaN);
        }
        return INFINITE.matcher(word).matches()
                ? Optional.of(word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Optional.empty();
    }

    static Optional<Boolean> flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
