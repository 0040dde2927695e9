package io.alignemulator.console.roadmap;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Where times stand on a line that shows a span, in per cent of its length. */
record Scale(Span whole) {

    /** Where a bar of a span stands. */
    Bar bar(Span span, String label, String title, String tone) {
        double x = at(span.from());
        return new Bar(percent(x), percent(Math.max(0.2, at(span.to()) - x)), label, title, tone);
    }

    /** Where a moment stands. */
    String place(Instant time) {
        return percent(at(time));
    }

    boolean holds(Instant time) {
        return !time.isBefore(whole.from()) && !time.isAfter(whole.to());
    }

    private double at(Instant time) {
        double length = Duration.between(whole.from(), whole.to()).toSeconds();
        double part = 100 * Duration.between(whole.from(), time).toSeconds() / length;
        return Math.max(0, Math.min(100, part));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
