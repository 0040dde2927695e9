package io.alignemulator.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unquoted ISO dates: a day, or a day and a time with up to seven digits of fraction, in UTC unless an offset says
 * otherwise.
 */
final class DateLiteral {
    static final Pattern FORM = Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2})"
            + "(?:T(?<time>\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,7})?)?)(?<zone>Z|[+-]\\d{2}:\\d{2})?)?");

    private DateLiteral() {}

    /** The instant of a text that matched {@link #FORM}; empty if the calendar has no such day or time. */
    static Optional<Instant> instant(Matcher matched) {
        String time = matched.group("time");
        String zone = matched.group("zone");
        try {
            LocalTime at = time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time);
            ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
            return Optional.of(LocalDate.parse(matched.group("day")).atTime(at).toInstant(offset));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }
}
