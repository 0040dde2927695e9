package io.alignemulator.sandbox.journal;

import io.alignemulator.protocol.calls.Printable;
import io.alignemulator.protocol.calls.VerifyRequest.Count;
import io.alignemulator.protocol.calls.VerifyResult;
import io.alignemulator.protocol.calls.VerifyResult.NearMiss;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.sandbox.journal.Journal.Contents;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Whether calls were made, as often as expected. */
public final class Verification {

    private static final int NEAREST = 3;

    private Verification() {}

    /** Asks the journal, and waits for calls that are still to come as long as they could make a difference. */
    public static VerifyResult of(Journal journal, CallFilter filter, Count count, Duration timeout)
            throws InterruptedException {
        Watch watch = new Watch(filter);
        Contents contents = journal.await(seen -> isCertain(count, watch.matches(seen)), timeout);
        List<RecordedExchange> matched = filter.chosen(contents.exchanges());
        boolean holds = count.takes(matched.size());
        List<NearMiss> nearest =
                holds || matched.size() >= count.atLeast() ? List.of() : nearest(contents.exchanges(), filter);
        return new VerifyResult(
                holds,
                text(holds, matched.size(), nearest, count, contents),
                matched.size(),
                matched.stream().map(RecordedExchange::number).toList(),
                nearest);
    }

    /** Counts in a journal that grows, looking at each exchange once: many may wait for the same calls. */
    private static final class Watch {

        private final CallFilter filter;
        private final Deque<RecordedExchange> matched = new ArrayDeque<>();
        private List<RecordedExchange> seen = List.of();

        Watch(CallFilter filter) {
            this.filter = filter;
        }

        int matches(Contents contents) {
            List<RecordedExchange> kept = contents.exchanges();
            int known = known(kept);
            if (known == 0) {
                matched.clear();
            }
            kept.subList(known, kept.size()).stream().filter(filter::counts).forEach(matched::addLast);
            while (!matched.isEmpty()
                    && matched.getFirst().number() < kept.get(0).number()) {
                matched.removeFirst();
            }
            seen = kept;
            return filter.chosen(List.copyOf(matched)).size();
        }

        /** How many of those kept were there when it looked last; none after a clearing. */
        @SuppressWarnings("ReferenceEquality") // an exchange is recorded once
        private int known(List<RecordedExchange> kept) {
            if (seen.isEmpty() || kept.isEmpty()) {
                return 0;
            }
            RecordedExchange last = seen.get(seen.size() - 1);
            long at = last.number() - kept.get(0).number();
            return at >= 0 && at < kept.size() && kept.get((int) at) == last ? (int) at + 1 : 0;
        }
    }

    /** Whether later calls cannot change what is true now. */
    private static boolean isCertain(Count count, int number) {
        return number > count.atMost().orElse(Integer.MAX_VALUE)
                || (count.atMost().isEmpty() && number >= count.atLeast());
    }

    private static List<NearMiss> nearest(List<RecordedExchange> exchanges, CallFilter filter) {
        return exchanges.stream()
                .filter(exchange -> !filter.counts(exchange))
                .map(exchange ->
                        new NearMiss(exchange.number(), ExchangeText.line(exchange), filter.differences(exchange)))
                .sorted(Comparator.<NearMiss>comparingInt(
                                miss -> miss.differences().size())
                        .thenComparing(miss -> -miss.number()))
                .limit(NEAREST)
                .toList();
    }

    private static String text(boolean holds, int matched, List<NearMiss> nearest, Count count, Contents contents) {
        StringBuilder text = new StringBuilder("Expected " + count + ", found " + matched + " of " + contents.total()
                + (contents.total() == 1 ? " call." : " calls."));
        if (!holds && contents.dropped() > 0) {
            text.append(" The journal no longer holds ")
                    .append(contents.dropped())
                    .append(" of them.");
        }
        for (NearMiss miss : nearest) {
            text.append("\nClose: ").append(miss.call());
            miss.differences().forEach(line -> text.append("\n  ").append(line));
        }
        return Printable.of(text.toString());
    }
}
