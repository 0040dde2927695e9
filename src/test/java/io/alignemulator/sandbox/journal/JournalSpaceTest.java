package io.alignemulator.sandbox.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.sandbox.journal.RecordedExchange.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the journals of a server keep together. */
@Timeout(60)
class JournalSpaceTest {

    private static final int MOST = 1_000_000;

    private final JournalSpace space = new JournalSpace(MOST);

    private static RecordedExchange exchange(String path, String header) {
        return new RecordedExchange(
                0,
                Instant.EPOCH,
                Duration.ZERO,
                "default",
                Optional.empty(),
                new RecordedExchange.Request("GET", path, "", List.of(new Header("X-A", header)), Body.none()),
                new RecordedExchange.Response(200, List.of(), Body.none(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of());
    }

    private static void record(Journal journal, String path, String header) {
        journal.record(exchange(path, header), journal.epoch(), 1_000_000);
    }

    @Test
    void headersAndPathsCountLikeBodies() {
        Journal journal = new Journal(space);
        record(journal, "/a".repeat(50_000), "");
        record(journal, "/", "h".repeat(100_000));
        assertTrue(space.bytes() > 200_000 && space.bytes() < 210_000, () -> space.bytes() + " bytes");
    }

    @Test
    void theJournalThatIsSilentLongestGivesFirst() {
        List<Journal> journals =
                IntStream.range(0, 10).mapToObj(i -> new Journal(space)).toList();
        journals.forEach(journal -> record(journal, "/", "h".repeat(90_000)));
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1), sizes(journals));
        record(journals.get(0), "/", "h".repeat(90_000));
        record(journals.get(0), "/", "h".repeat(90_000));
        assertEquals(List.of(3, 0, 1, 1, 1, 1, 1, 1, 1, 1), sizes(journals));
        assertEquals(1, journals.get(1).contents().dropped());
        journals.get(9).clear();
        journals.get(8).close();
        record(journals.get(0), "/", "h".repeat(90_000));
        assertEquals(List.of(4, 0, 1, 1, 1, 1, 1, 1, 0, 0), sizes(journals));
        record(journals.get(8), "/", "h");
        assertEquals(0, journals.get(8).contents().exchanges().size(), "it is over");
    }

    private static List<Integer> sizes(List<Journal> journals) {
        return journals.stream().map(each -> each.contents().exchanges().size()).toList();
    }

    @Test
    void manyAtOnceNeverKeepMuchMoreThanTheBoundAndTheSumIsRight() {
        List<Journal> journals =
                IntStream.range(0, 50).mapToObj(i -> new Journal(space)).toList();
        List<CompletableFuture<Void>> hands = new ArrayList<>();
        for (int hand = 0; hand < 4; hand++) {
            int first = hand;
            hands.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 2_000; i++) {
                    record(journals.get((first * 13 + i) % journals.size()), "/", "h".repeat(5_000));
                    if (i % 97 == 0) {
                        journals.get(i % journals.size()).clear();
                    }
                }
            }));
        }
        hands.forEach(CompletableFuture::join);
        long kept = journals.stream().mapToLong(Journal::bytes).sum();
        assertEquals(kept, space.bytes());
        assertTrue(kept <= MOST, () -> kept + " bytes");
    }
}
