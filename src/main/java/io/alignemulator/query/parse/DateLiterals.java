package io.alignemulator.query.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Unquoted dates and times of filters (rule FILT-09). */
final class DateLiterals {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7}))?)?");
    private static final Pattern DATE_TIME = Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2})T(?<time>\\d{2}:\\d{2}"
            + "(?::\\d{2}(?:\\.\\d{1,9}\\d*)?)?)(?<zone>Z|[+-]\\d{2}:\\d{2})?");
    private static final Pattern ALMOST = Pattern.compile("\\d{2,4}-\\d{1,2}-\\d{1,2}(T|\\s+)\\d{1,2}:\\d{1,2}.*");
    private static final int LONGEST = 64;

    private DateLiterals() {}

    /** A day; its month and day may have one digit. */
    static Optional<LocalDate> date(String word) {
        Matcher date = DATE.matcher(word);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(date, 1), number(date, 2), number(date, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * A time with its zone.
     *
     * @param zoneless whether one without a zone counts as UTC
     */
    static Optional<Instant> dateTime(String word, boolean zoneless) {
        Matcher form = DATE_TIME.matcher(word);
        if (word.length() > LONGEST || !form.matches() || (form.group("zone") == null && !zoneless)) {
            return Optional.empty();
        }
        try {
            ZoneOffset zone = form.group("zone") == null ? ZoneOffset.UTC : zone(form.group("zone"));
            String time = form.group("time");
            LocalTime at = LocalTime.parse(time.length() > 18 ? time.substring(0, 18) : time);
            return Optional.of(LocalDate.parse(form.group("day")).atTime(at).toInstant(zone));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Zones go to 14 hours, not to 18. */
    private static ZoneOffset zone(String text) {
        ZoneOffset zone = ZoneOffset.of(text);
        if (Math.abs(zone.getTotalSeconds()) > 14 * 3_600) {
            throw new DateTimeException("no such zone");
        }
        return zone;
    }

    /** Whether somebody meant a time with its zone: such a text is refused as a whole, any other read as numbers and signs. */
    static boolean looksLikeDateTime(String word) {
        return word.length() <= LONGEST && ALMOST.matcher(word).matches();
    }

    /** A time of day, with or without seconds. */
    static Optional<LocalTime> time(String word) {
        Matcher time = TIME.matcher(word);
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            int second = time.group(3) == null ? 0 : number(time, 3);
            int nanos = time.group(4) == null ? 0 : Integer.parseInt((time.group(4) + "000000000").substring(0, 9));
            return Optional.of(LocalTime.of(number(time, 1), number(time, 2), second, nanos));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
