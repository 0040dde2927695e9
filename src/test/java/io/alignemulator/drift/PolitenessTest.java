package io.alignemulator.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a site is asked: slowly, by reads, no more often than was said, and not at all while it wants to be left alone. */
class PolitenessTest {

    private static final String TOKEN = "user:1|super-admin";
    private static JiraAlignEmulator align;

    private final TurnedTime time = new TurnedTime();
    private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    private List<String> calls = List.of();

    @BeforeAll
    static void start() {
        align = JiraAlignEmulator.builder().fixtures("minimal").rateLimit("off").start();
    }

    @AfterAll
    static void stop() {
        align.close();
    }

    private static DriftOptions asking(AlteredSite site, String... only) {
        return DriftOptions.reading(site.uri().toString(), TOKEN, "").only(Set.of(only));
    }

    private Report run(UnaryOperator<AlteredSite.Passing> alteration, String... only) {
        UnaryOperator<AlteredSite.Passing> timed = passing -> {
            times.add(time.millis());
            return alteration.apply(passing);
        };
        try (AlteredSite site = AlteredSite.of(align.uri(), timed)) {
            Report report = Drift.of(asking(site, only)).run(time, said -> {});
            calls = site.calls();
            return report;
        }
    }

    /** A site that asks for silence from its fourth call on, so many times. */
    private static UnaryOperator<AlteredSite.Passing> silence(int often, UnaryOperator<AlteredSite.Passing> how) {
        AtomicInteger call = new AtomicInteger();
        return passing -> {
            int number = call.incrementAndGet();
            return number >= 4 && number < 4 + often
                    ? how.apply(passing.status(429).body("429 too many requests"))
                    : passing;
        };
    }

    @Test
    void noMinuteHasAHundredCalls() {
        assertTrue(run(UnaryOperator.identity()).complete());
        assertTrue(times.size() > 150, "it took several minutes: " + times.size() + " calls");
        for (long from : times) {
            long within = times.stream()
                    .filter(each -> each >= from && each < from + 60_000)
                    .count();
            assertTrue(within <= 99, within + " calls within a minute");
        }
    }

    @Test
    void onlyReadsAreSentAndNoMoreThanWereAnnounced() {
        run(UnaryOperator.identity());
        assertEquals(
                List.of(),
                calls.stream().filter(each -> !each.startsWith("GET ")).toList(),
                "only reads are sent");
        try (AlteredSite site = AlteredSite.of(align.uri(), UnaryOperator.identity())) {
            String first = Drift.of(asking(site)).plan().get(0);
            int most = Integer.parseInt(first.replaceFirst("At most (\\d+) calls.*", "$1"));
            assertTrue(calls.size() <= most, calls.size() + " of " + most);
            assertEquals(List.of(), site.calls(), "a plan asks nothing");
        }
    }

    @Test
    void aSiteThatSaysForHowLongIsLeftAloneSoLong() {
        Report report = run(silence(1, passing -> passing.header("retry-after", "7")), "regions");
        assertTrue(times.get(4) - times.get(3) >= 7_000, times.toString());
        assertEquals(calls.get(3), calls.get(4), "the same call again");
        assertTrue(report.complete());
        assertEquals(Set.of("RATE-01", "RATE-05"), broken(report));
    }

    @Test
    void aSiteThatDoesNotSayIsLeftAloneForAMinute() {
        Report report = run(silence(1, UnaryOperator.identity()), "regions");
        assertTrue(times.get(4) - times.get(3) >= 60_000, times.toString());
        assertEquals(Set.of("RATE-01"), broken(report));
    }

    private static Set<String> broken(Report report) {
        return Set.copyOf(report.rules().keySet().stream()
                .filter(rule -> "broken".equals(report.rules().get(rule)))
                .toList());
    }

    @Test
    void aSiteThatAsksForSilenceAgainAndAgainIsLeft() {
        Report report = run(silence(1_000, UnaryOperator.identity()), "regions");
        assertFalse(report.complete());
        assertEquals(6, calls.size(), "three before, and three tries");
        assertTrue(report.text().contains("Not everything was asked"), report.text());
    }

    @Test
    void aSiteThatDoesNotTakeTheTokenIsAskedOnce() {
        try (AlteredSite site = AlteredSite.of(align.uri(), UnaryOperator.identity())) {
            DriftOptions wrong = DriftOptions.reading(site.uri().toString(), "user:1|none", "");
            Drift drift = Drift.of(wrong);
            assertThrows(IllegalArgumentException.class, () -> drift.run(time, said -> {}));
            assertEquals(1, site.calls().size());
        }
    }

    @Test
    void aSignOnPageIsNotAskedFurtherAndNoAddressIsFollowed() {
        UnaryOperator<AlteredSite.Passing> page =
                passing -> passing.status(302).body("").header("location", "http://localhost:1/login");
        try (AlteredSite site = AlteredSite.of(align.uri(), page)) {
            Drift drift = Drift.of(asking(site));
            assertThrows(IllegalArgumentException.class, () -> drift.run(time, said -> {}));
            assertEquals(1, site.calls().size());
        }
    }

    @Test
    void aTokenIsNotSentInTheClear() {
        assertThrows(
                IllegalArgumentException.class, () -> DriftOptions.reading("http://acme.jiraalign.com", TOKEN, ""));
    }
}
