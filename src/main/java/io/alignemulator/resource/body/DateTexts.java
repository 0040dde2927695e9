package io.alignemulator.resource.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in texts as the framework reads them (rule BODY-05): ISO 8601 first, then the many forms of its culture without a country - month before day, names of months in English,
 * a time alone is of today. What names no zone is UTC.
 */
final class DateTexts {

    /** How a text was understood. */
    enum Form {
        /** A day, a time and a zone, as ISO 8601 writes them. */
        EXACT,
        /** A day or a time of ISO 8601 without a zone. */
        ZONELESS,
        /** Another form. */
        LOOSE
    }

    /** A date in a text. */
    record Found(Instant instant, Form form) {}

    private static final String ZONE = "(Z|GMT|[+-]\\d{1,2}(?::?\\d{2})?)";
    private static final String TIME =
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,7})\\d*)?)?\\s*(AM|PM)?\\s*" + ZONE + "?";
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,7}))?(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TICKS = Pattern.compile("/Date\\((-?\\d{1,15})(?:[+-]\\d{2}:?\\d{2})?\\)/");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})");
    private static final Pattern DAY_OF_MONTH =
            Pattern.compile("(?:[A-Z]{3,9},?\\s+)?(\\d{1,2})[\\s-]+([A-Z]{3,9})[\\s,-]+(\\d{4}|\\d{2})");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(?:[A-Z]{3,9},\\s+)?([A-Z]{3,9})\\s+(\\d{1,2}),?\\s+(\\d{4})");
    private static final Pattern WITH_TIME = Pattern.compile("(.*?)(?:^|[T\\s]\\s*)" + TIME);
    private static final List<String> MONTHS = List.of(
            "JANUARY",
            "FEBRUARY",
            "MARCH",
            "APRIL",
            "MAY",
            "JUNE",
            "JULY",
            "AUGUST",
            "SEPTEMBER",
            "OCTOBER",
            "NOVEMBER",
            "DECEMBER");
    private static final int LONGEST = 100;

    private DateTexts() {}

    /** The instant that a text names, cut to milliseconds; empty when it names none between the years 1 and 9999. */
    static Optional<Found> read(String text, Instant now) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Optional<Found> timestamp = timestamp(text);
            return (timestamp.isPresent() ? timestamp : loose(text.strip(), now)).filter(DateTexts::isInRange);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A text that the framework takes for a date wherever it meets one: ISO 8601 to the second, or ticks. Not cut. */
    static Optional<Found> timestamp(String text) {
        if (text.length() < 9 || text.length() > 40) {
            return Optional.empty();
        }
        Matcher ticks = TICKS.matcher(text);
        if (ticks.matches()) {
            return Optional.of(new Found(Instant.ofEpochMilli(Long.parseLong(ticks.group(1))), Form.LOOSE))
                    .filter(DateTexts::isInRange);
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            int hour = number(iso, 4);
            long nanos = nanos(hour % 24, number(iso, 5), number(iso, 6), iso.group(7));
            if (hour > 24 || (hour == 24 && nanos != 0)) {
                return Optional.empty();
            }
            Instant instant = instant(day.plusDays(hour / 24), nanos, iso.group(8));
            return Optional.of(new Found(instant, iso.group(8) == null ? Form.ZONELESS : Form.EXACT))
                    .filter(DateTexts::isInRange);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As the framework writes a date: without the zeros at the end of a fraction. */
    static String written(Instant instant) {
        String seconds = instant.truncatedTo(ChronoUnit.SECONDS).toString();
        int ticks = instant.get(ChronoField.NANO_OF_SECOND) / 100;
        String fraction = ticks == 0
                ? ""
                : "." + String.format(Locale.ROOT, "%07d", ticks).replaceAll("0+$", "");
        return seconds.substring(0, seconds.length() - 1) + fraction + "Z";
    }

    private static Optional<Found> loose(String text, Instant now) {
        String upper = text.toUpperCase(Locale.ROOT);
        Optional<LocalDate> alone = day(upper);
        if (alone.isPresent()) {
            Form form = DAY.matcher(upper).matches() ? Form.ZONELESS : Form.LOOSE;
            return Optional.of(new Found(instant(alone.get(), 0, null), form));
        }
        Matcher timed = WITH_TIME.matcher(upper);
        if (!timed.matches()) {
            return Optional.empty();
        }
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Optional<LocalDate> day = timed.group(1).isBlank()
                ? Optional.of(today)
                : day(timed.group(1).strip());
        return day.map(each -> new Found(instant(each, time(timed), timed.group(7)), Form.LOOSE));
    }

    private static Optional<LocalDate> day(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return Optional.of(
                    LocalDate.of(number(first, 1), number(first, 2), first.group(3) == null ? 1 : number(first, 3)));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            return Optional.of(LocalDate.of(year(last.group(3)), number(last, 1), number(last, 2)));
        }
        Matcher named = DAY_OF_MONTH.matcher(text);
        if (named.matches() && month(named.group(2)) > 0) {
            return Optional.of(LocalDate.of(year(named.group(3)), month(named.group(2)), number(named, 1)));
        }
        Matcher american = MONTH_DAY.matcher(text);
        return american.matches() && month(american.group(1)) > 0
                ? Optional.of(LocalDate.of(year(american.group(3)), month(american.group(1)), number(american, 2)))
                : Optional.empty();
    }

    /** Nanoseconds of the day; the groups are those of {@link #TIME} behind one more. */
    private static long time(Matcher timed) {
        int hour = number(timed, 2);
        String half = timed.group(6);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of half a day");
            }
            hour = hour % 12 + (half.equals("PM") ? 12 : 0);
        }
        int second = timed.group(4) == null ? 0 : number(timed, 4);
        return nanos(hour, number(timed, 3), second, timed.group(5));
    }

    private static long nanos(int hour, int minute, int second, @Nullable String fraction) {
        int nano = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
        return LocalTime.of(hour, minute, second, nano).toNanoOfDay();
    }

    private static Instant instant(LocalDate day, long nanos, @Nullable String zone) {
        return LocalTime.ofNanoOfDay(nanos)
                .atDate(day)
                .toInstant(ZoneOffset.UTC)
                .minusSeconds(seconds(zone));
    }

    private static long seconds(@Nullable String zone) {
        if (zone == null || !(zone.startsWith("+") || zone.startsWith("-"))) {
            return 0;
        }
        String digits = zone.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        return (hours * 3600L + minutes * 60L) * (zone.startsWith("-") ? -1 : 1);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < 50 ? 2000 : 1900);
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).equals(name) || MONTHS.get(i).substring(0, 3).equals(name)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static boolean isInRange(Found found) {
        int year = found.instant().atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
