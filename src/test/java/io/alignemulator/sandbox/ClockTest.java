package io.alignemulator.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Rule("EMUL-06")
class ClockTest {
    private static final Instant START = Instant.parse("2024-05-28T14:44:55.000Z");

    /** The machine's monotonic clock, moved by hand; negative as the real one may be. */
    private final AtomicLong machine = new AtomicLong(-5_000_000_000L);

    @Test
    void aFrozenClockShowsItsInstantTruncatedToMilliseconds() {
        Clock clock = Clock.frozenAt(Instant.parse("2024-05-28T14:44:55.123999Z"));
        assertEquals(Instant.parse("2024-05-28T14:44:55.123Z"), clock.now());
        assertEquals(clock.now().toEpochMilli(), clock.millis());
        assertTrue(clock.frozen());
    }

    @Test
    void timesBefore1970AreTruncatedDownwardsAsWell() {
        Clock clock = Clock.frozenAt(Instant.parse("1969-12-31T23:59:59.123999Z"));
        assertEquals(Instant.parse("1969-12-31T23:59:59.123Z"), clock.now());
        assertEquals(-877, clock.millis());
    }

    @Test
    void aRunningClockFollowsTheMonotonicClockToTheMillisecond() {
        Clock clock = Clock.running(START.plusNanos(400_000), machine::get);
        machine.addAndGet(599_999);
        assertEquals(START, clock.now());
        machine.addAndGet(1);
        assertEquals(START.plusMillis(1), clock.now());
        assertFalse(clock.frozen());
    }

    @Test
    void freezeStopsTheTimeAndResumeGoesOnFromThere() {
        Clock clock = Clock.running(START, machine::get);
        machine.addAndGet(7_000_000);
        clock.freeze();
        machine.addAndGet(900_000_000);
        assertEquals(START.plusMillis(7), clock.now());
        assertTrue(clock.frozen());
        clock.resume();
        assertFalse(clock.frozen());
        machine.addAndGet(2_000_000);
        assertEquals(START.plusMillis(9), clock.now());
    }

    @Test
    void manyChangesLoseNoFractionOfAMillisecond() {
        Clock clock = Clock.running(START, machine::get);
        for (int i = 0; i < 1000; i++) {
            machine.addAndGet(300_000);
            clock.freeze();
            clock.advance(Duration.ofNanos(100_000));
            clock.resume();
        }
        assertEquals(START.plusMillis(400), clock.now());
    }

    @Test
    void freezingTwiceAndResumingTwiceChangesNothing() {
        Clock clock = Clock.running(START, machine::get);
        clock.resume();
        machine.addAndGet(3_000_000);
        clock.resume();
        assertEquals(START.plusMillis(3), clock.now());
        clock.freeze();
        machine.addAndGet(3_000_000);
        clock.freeze();
        assertEquals(START.plusMillis(3), clock.now());
    }

    @Test
    void advanceMovesAFrozenClockAndLeavesItFrozen() {
        Clock clock = Clock.frozenAt(START);
        clock.advance(Duration.ofSeconds(61));
        assertEquals(START.plusSeconds(61), clock.now());
        assertTrue(clock.frozen());
    }

    @Test
    void advanceMovesARunningClockThatRunsOn() {
        Clock clock = Clock.running(START, machine::get);
        machine.addAndGet(5_000_000);
        clock.advance(Duration.ofDays(400));
        machine.addAndGet(1_000_000);
        assertEquals(START.plus(Duration.ofDays(400)).plusMillis(6), clock.now());
        assertFalse(clock.frozen());
    }

    @Test
    void advanceBackwardsIsRefused() {
        Clock clock = Clock.frozenAt(START);
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofMillis(-1)));
        assertEquals(START, clock.now());
    }

    @Test
    void timesThatNoDateCanShowAreRefusedAndTheClockGoesOn() {
        Clock clock = Clock.frozenAt(START);
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThrows(IllegalArgumentException.class, () -> clock.set(Instant.MAX));
        assertThrows(IllegalArgumentException.class, () -> clock.set(Instant.MIN));
        assertThrows(IllegalArgumentException.class, () -> Clock.frozenAt(Instant.MAX));
        assertEquals(START, clock.now());
        clock.advance(Duration.ofMillis(1));
        assertEquals(START.plusMillis(1), clock.now());
    }

    @Test
    void setMovesEitherWayAndKeepsRunning() {
        Clock clock = Clock.running(START, machine::get);
        clock.set(START.minusSeconds(3600));
        machine.addAndGet(4_000_000);
        assertEquals(START.minusSeconds(3600).plusMillis(4), clock.now());
        clock.set(START.plusSeconds(1));
        assertEquals(START.plusSeconds(1), clock.now());
        assertFalse(clock.frozen());
    }

    @Test
    void settingAndStoppingAtOnceShowsThatTimeHoweverFastTheMachinesClockRuns() {
        AtomicLong nanos = new AtomicLong();
        Clock clock = Clock.running(START, () -> nanos.addAndGet(5_000_000));
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        clock.freezeAt(noon);
        assertEquals(noon, clock.now());
        assertTrue(clock.frozen());
        clock.resume();
        assertThrows(IllegalArgumentException.class, () -> clock.freezeAt(Instant.MAX));
        assertFalse(clock.frozen());
    }

    @Test
    void setKeepsAFrozenClockFrozen() {
        Clock clock = Clock.frozenAt(START);
        clock.set(START.minusMillis(1));
        assertEquals(START.minusMillis(1), clock.now());
        assertTrue(clock.frozen());
    }

    @Test
    void aFreshClockBeginsAsTheOtherOneDidAndKnowsNothingOfIt() {
        Clock clock = Clock.frozenAt(START);
        clock.advance(Duration.ofDays(1));
        clock.resume();
        Clock fresh = clock.fresh();
        clock.set(START.plusSeconds(9));
        assertEquals(START, fresh.now());
        assertTrue(fresh.frozen());
        assertFalse(clock.frozen());
    }

    @Test
    void theSystemClockBeginsWithTheMachinesTime() {
        long before = System.currentTimeMillis();
        assertTrue(Clock.system().millis() >= before);
    }

    @Test
    @Timeout(30)
    void theSystemClockRuns() {
        Clock clock = Clock.system();
        long start = clock.millis();
        while (clock.millis() == start) {
            Thread.onSpinWait();
        }
        assertTrue(clock.millis() > start);
    }

    @Test
    void aReaderOvertakenByAFreezeDoesNotSeeALaterTimeThanTheFrozenOne() {
        AtomicBoolean overtake = new AtomicBoolean();
        Clock[] clock = new Clock[1];
        clock[0] = Clock.running(START, () -> {
            // The reader has looked at the state and now asks the machine: somebody freezes the clock, time passes.
            if (overtake.getAndSet(false)) {
                clock[0].freeze();
                machine.addAndGet(50_000_000);
            }
            return machine.get();
        });
        overtake.set(true);
        assertEquals(START.toEpochMilli(), clock[0].millis());
        assertEquals(START.toEpochMilli(), clock[0].millis());
    }

    @Test
    @Timeout(60)
    void noReaderEverSeesTheTimeGoBackWhileOthersChangeTheClock() throws Exception {
        Clock clock = Clock.system();
        AtomicLong highest = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(pool.submit(() -> {
                while (!done.get()) {
                    long known = highest.get();
                    long read = clock.millis();
                    assertTrue(read >= known, () -> read + " after " + known);
                    highest.accumulateAndGet(read, Math::max);
                }
            }));
        }
        for (int i = 0; i < 3_000; i++) {
            clock.freeze();
            clock.advance(Duration.ofMillis(1));
            clock.resume();
            clock.advance(Duration.ofMillis(1));
        }
        done.set(true);
        for (Future<?> reader : readers) {
            reader.get(30, TimeUnit.SECONDS);
        }
        pool.shutdown();
    }
}
