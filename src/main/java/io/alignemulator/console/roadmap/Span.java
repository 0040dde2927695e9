package io.alignemulator.console.roadmap;

import io.alignemulator.console.view.Times;
import io.alignemulator.world.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** From a time to a later one. */
record Span(Instant from, Instant to) {

    /** What a record says in two fields; empty where it says no such thing. */
    static Optional<Span> of(Row row, String from, String to) {
        return row.get(from) instanceof Instant start && row.get(to) instanceof Instant end && start.isBefore(end)
                ? Optional.of(new Span(start, end))
                : Optional.empty();
    }

    /** From the beginning of the first to the end of the last. */
    static Optional<Span> around(Collection<Span> spans) {
        return spans.stream()
                .map(Span::from)
                .min(Comparator.naturalOrder())
                .map(from -> new Span(
                        from,
                        spans.stream()
                                .map(Span::to)
                                .max(Comparator.naturalOrder())
                                .orElse(from)));
    }

    /** As people read it. */
    String text() {
        return Times.day(from) + " to " + Times.day(to);
    }
}
