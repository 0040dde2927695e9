package io.alignemulator.sandbox.journal;

import io.alignemulator.sandbox.journal.Journal.Contents;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether calls were made, as often as expected.
 *
 * @param holds whether they were
 * @param matched the exchanges that are meant
 * @param nearest when it does not hold because there are too few: the exchanges that come closest, with what differs
 */
public record Verification(boolean holds, List<Exchange> matched, List<NearMiss> nearest, String text) {

    private static final int NEAREST = 3;

    /** An exchange that is not meant, and why not. */
    public record NearMiss(Exchange exchange, List<String> differences) {}

    /**
     * How often.
     *
     * @param most empty for any number
     */
    public record Count(int least, Optional<Integer> most) {

        public static final Count AT_LEAST_ONCE = new Count(1, Optional.empty());

        boolean takes(int number) {
            return number >= least && number <= most.orElse(Integer.MAX_VALUE);
        }

        /** Whether later calls cannot change what is true now. */
        boolean isCertain(int number) {
            return number > most.orElse(Integer.MAX_VALUE) || (most.isEmpty() && number >= least);
        }

        @Override
        public String toString() {
            if (most.isEmpty()) {
                return "at least " + least;
            }
            return most.get() == least ? "exactly " + least : least + " to " + most.get();
        }
    }

    /** Asks the journal, and waits for calls that are still to come as long as they could make a difference. */
    public static Verification of(Journal journal, RequestMatcher matcher, Count count, Duration timeout)
            throws InterruptedException {
        Contents contents = journal.await(
                seen -> count.isCertain(
                        (int) seen.exchanges().stream().filter(matcher::matches).count()),
                timeout);
        List<Exchange> matched =
                contents.exchanges().stream().filter(matcher::matches).toList();
        boolean holds = count.takes(matched.size());
        List<NearMiss> nearest = holds || matched.size() >= count.least() ? List.of() : nearest(contents, matcher);
        return new Verification(holds, matched, nearest, text(holds, matched, nearest, count, contents));
    }

    private static List<NearMiss> nearest(Contents contents, RequestMatcher matcher) {
        return contents.exchanges().stream()
                .filter(exchange -> !matcher.matches(exchange))
                .map(exchange -> new NearMiss(exchange, matcher.differences(exchange)))
                .sorted(Comparator.<NearMiss>comparingInt(
                                miss -> miss.differences().size())
                        .thenComparing(miss -> -miss.exchange().number()))
                .limit(NEAREST)
                .toList();
    }

    private static String text(
            boolean holds, List<Exchange> matched, List<NearMiss> nearest, Count count, Contents contents) {
        StringBuilder text = new StringBuilder("Expected " + count + ", found " + matched.size() + " of "
                + contents.total() + (contents.total() == 1 ? " call." : " calls."));
        if (!holds && contents.dropped() > 0) {
            text.append(" The journal no longer holds ")
                    .append(contents.dropped())
                    .append(" of them.");
        }
        for (NearMiss miss : nearest) {
            text.append("\nClose: ").append(ExchangeText.line(miss.exchange()));
            miss.differences().forEach(line -> text.append("\n  ").append(line));
        }
        return text.toString();
    }
}
