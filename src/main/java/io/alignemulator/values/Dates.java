package io.alignemulator.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * Date-times as the API writes and reads them. Written: UTC, exactly three fraction digits and {@code Z} (or none, as on older sites). Read: with or without a time of day,
 * fraction and offset; without an offset the time is UTC.
 */
public final class Dates {

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    /** Reads a date-time, cut to milliseconds; empty when the text is none, names a day that does not exist or lies (in UTC) outside the years 1 to 9999. */
    public static Optional<Instant> read(String text) {
        Optional<Instant> plain = FixedDate.read(text);
        return plain.isPresent() ? plain : readAnyForm(text);
    }

    private static Optional<Instant> readAnyForm(String text) {
        try {
            TemporalAccessor parsed = READ.parse(text);
            LocalDate day = LocalDate.from(parsed);
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            Instant midnight =
                    day.atStartOfDay(offset == null ? ZoneOffset.UTC : offset).toInstant();
            long nanos = parsed.isSupported(ChronoField.NANO_OF_DAY) ? parsed.getLong(ChronoField.NANO_OF_DAY) : 0;
            Instant instant = midnight.plusNanos(nanos).truncatedTo(ChronoUnit.MILLIS);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year < 1 || year > 9999 ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** With three fraction digits. */
    public static String millis(Instant instant) {
        return FixedDate.print(instant, true);
    }

    /** Without a fraction. */
    public static String seconds(Instant instant) {
        return FixedDate.print(instant, false);
    }
}
