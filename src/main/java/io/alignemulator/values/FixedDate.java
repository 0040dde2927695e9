package io.alignemulator.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads and prints the one form in which the API itself writes date-times, {@code 2024-05-28T14:44:55.000Z}, by position. Fixtures hold thousands of them, and a cold formatter would
 * be the largest part of a start.
 */
final class FixedDate {

    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final long MILLIS_OF_DAY = 86_400_000L;

    private FixedDate() {}

    /** The instant; empty for every other form, and for a date that does not exist. */
    static Optional<Instant> read(String text) {
        if (!hasForm(text)) {
            return Optional.empty();
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int year = number(text, 0, 4);
        if (hour > 23 || minute > 59 || second > 59 || year < 1) {
            return Optional.empty();
        }
        try {
            long day =
                    LocalDate.of(year, number(text, 5, 7), number(text, 8, 10)).toEpochDay();
            long ofDay = ((hour * 60L + minute) * 60 + second) * 1000 + number(text, 20, 23);
            return Optional.of(Instant.ofEpochMilli(day * MILLIS_OF_DAY + ofDay));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            char found = text.charAt(i);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** The same form, with or without its fraction. */
    static String print(Instant instant, boolean millis) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(instant.toEpochMilli(), MILLIS_OF_DAY));
        int ofDay = (int) Math.floorMod(instant.toEpochMilli(), MILLIS_OF_DAY);
        StringBuilder text = new StringBuilder(FORM.length());
        digits(text, day.getYear(), 4).append('-');
        digits(text, day.getMonthValue(), 2).append('-');
        digits(text, day.getDayOfMonth(), 2).append('T');
        digits(text, ofDay / 3_600_000, 2).append(':');
        digits(text, ofDay / 60_000 % 60, 2).append(':');
        digits(text, ofDay / 1000 % 60, 2);
        if (millis) {
            digits(text.append('.'), ofDay % 1000, 3);
        }
        return text.append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        return text.append(digits);
    }
}
