package io.alignemulator.console.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in UTC as the site has them. */
public final class Times {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    /** Date and time, to the second. */
    public static String of(Instant time) {
        return MINUTES.format(time) + " UTC";
    }

    /** The date. */
    public static String day(Instant time) {
        return DAYS.format(time);
    }
}
