package io.alignemulator.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.sandbox.RateLimiter.Verdict;
import io.alignemulator.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules RATE. */
@Rule({"RATE-01", "RATE-03", "RATE-04"})
class RateLimiterTest {
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "2001:db8::1";

    private final Clock clock = Clock.frozenAt(Instant.parse("2024-05-28T14:44:55.000Z"));
    private final RateLimiter limiter = new RateLimiter(clock, Optional.of(RateLimit.REAL));

    @Test
    void the601stCallIsTheFirstRefused() {
        assertEquals(600, allowedOf(600, HERE));
        assertEquals(blockedFor(60_000), limiter.check(HERE));
    }

    @Test
    void callsAMillisecondLessThanAWindowApartShareIt() {
        limiter.check(HERE);
        advance(59_999);
        assertEquals(599, allowedOf(599, HERE));
        assertFalse(limiter.check(HERE).isAllowed());
    }

    @Test
    void callsExactlyAWindowApartDoNotShareIt() {
        limiter.check(HERE);
        advance(60_000);
        assertEquals(600, allowedOf(600, HERE));
        assertFalse(limiter.check(HERE).isAllowed());
    }

    @Test
    void theWindowSlidesInsteadOfStartingAnew() {
        assertEquals(300, allowedOf(300, HERE));
        advance(59_000);
        assertEquals(300, allowedOf(300, HERE));
        advance(1_000);
        assertEquals(300, allowedOf(300, HERE), "the first 300 have left the window");
        assertFalse(limiter.check(HERE).isAllowed(), "600 of the last second share a window");
    }

    @Test
    void aClientAtTheLimitsPaceIsNeverRefused() {
        for (int i = 0; i < 6_000; i++) {
            assertTrue(limiter.check(HERE).isAllowed(), "call " + i);
            advance(100);
        }
    }

    @Test
    void theBlockEndsToTheMillisecond() {
        allowedOf(601, HERE);
        advance(59_999);
        assertEquals(blockedFor(1), limiter.check(HERE));
        advance(1);
        assertTrue(limiter.check(HERE).isAllowed());
    }

    @Test
    void theBlockLastsFromTheFirstRefusedCallNotFromTheFirstCall() {
        assertEquals(600, allowedOf(600, HERE));
        advance(30_000);
        assertEquals(blockedFor(60_000), limiter.check(HERE));
        advance(30_000);
        assertEquals(blockedFor(30_000), limiter.check(HERE));
    }

    @Test
    void blockedCallsNeitherCountNorExtendTheBlock() {
        allowedOf(601, HERE);
        for (int second = 1; second < 60; second++) {
            advance(1_000);
            for (int call = 0; call < 20; call++) {
                assertEquals(blockedFor(60_000 - second * 1_000L), limiter.check(HERE));
            }
        }
        advance(1_000);
        assertEquals(600, allowedOf(600, HERE));
        assertFalse(limiter.check(HERE).isAllowed());
    }

    @Test
    void withBlockExtendsEveryBlockedCallStartsTheBlockAgain() {
        RateLimiter extending = new RateLimiter(clock, Optional.of(RateLimit.REAL.withBlockExtends(true)));
        for (int i = 0; i < 600; i++) {
            assertTrue(extending.check(HERE).isAllowed());
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(blockedFor(60_000), extending.check(HERE));
            advance(59_999);
        }
        assertEquals(blockedFor(60_000), extending.check(HERE));
        advance(60_000);
        assertTrue(extending.check(HERE).isAllowed());
    }

    @Test
    void aBlockShorterThanTheWindowEndsIntoTheNextOneWhileTheWindowIsFull() {
        RateLimiter brief = limiter("2/60:10");
        brief.check(HERE);
        brief.check(HERE);
        assertEquals(blockedFor(10_000), brief.check(HERE));
        advance(10_000);
        assertEquals(blockedFor(10_000), brief.check(HERE));
        advance(50_000);
        assertTrue(brief.check(HERE).isAllowed());
    }

    @Test
    void aBlockLongerThanTheWindowLastsWhenTheAddressHasBeenSilent() {
        RateLimiter harsh = limiter("1/1:100");
        harsh.check(HERE);
        assertEquals(blockedFor(100_000), harsh.check(HERE));
        for (int i = 0; i < 50; i++) {
            advance(1_000);
            harsh.check("other " + i);
        }
        assertEquals(blockedFor(50_000), harsh.check(HERE));
    }

    @Test
    void addressesDoNotShareALimit() {
        allowedOf(601, HERE);
        assertEquals(600, allowedOf(600, THERE));
        assertFalse(limiter.check(THERE).isAllowed());
    }

    @Test
    void withoutALimitEverythingIsAllowedAndNothingKept() {
        RateLimiter off = limiter("off");
        for (int i = 0; i < 2_000; i++) {
            assertTrue(off.check(HERE).isAllowed());
        }
        assertEquals(0, off.size());
    }

    @Test
    void settingTheClockBackForgetsWhatHasNotHappenedYet() {
        allowedOf(601, HERE);
        clock.set(clock.now().minus(Duration.ofDays(365)));
        assertEquals(600, allowedOf(600, HERE));
        assertFalse(limiter.check(HERE).isAllowed());
    }

    @Test
    void aMillionAddressesAreNotAllRemembered() {
        for (int i = 0; i < 1_000_000; i++) {
            assertTrue(limiter.check("10." + i).isAllowed());
        }
        assertEquals(RateLimiter.MAX_ADDRESSES, limiter.size());
    }

    @Test
    void theAddressThatHasBeenSilentLongestIsForgottenFirst() {
        RateLimiter one = limiter("1/60:60");
        one.check(HERE);
        one.check(THERE);
        one.check(HERE);
        for (int i = 0; i < RateLimiter.MAX_ADDRESSES - 1; i++) {
            one.check("10." + i);
        }
        assertFalse(one.check(HERE).isAllowed(), "called last, still blocked");
        assertTrue(one.check(THERE).isAllowed(), "forgotten, begins anew");
    }

    @Test
    void addressesWithNothingToRememberAreDropped() {
        for (int i = 0; i < 1_000; i++) {
            limiter.check("10." + i);
        }
        advance(59_999);
        limiter.check(HERE);
        assertEquals(1_001, limiter.size());
        advance(1);
        limiter.check(HERE);
        assertEquals(999, limiter.size(), "two for each call");
        for (int i = 0; i < 500; i++) {
            limiter.check(HERE);
        }
        assertEquals(1, limiter.size());
    }

    @Test
    void theMemoryOfAnAddressGrowsToTheLimitAtMost() {
        RateLimit limit = new RateLimit(600, Duration.ofSeconds(60), Duration.ofSeconds(60), false);
        CallHistory history = new CallHistory(limit.calls());
        assertTrue(history.capacity() <= 8, "starts with " + history.capacity());
        for (int i = 0; i < 2_000; i++) {
            history.call(i * 61L, limit);
            assertTrue(history.capacity() <= Math.max(4, 2 * (i + 1)), history.capacity() + " after call " + i);
        }
        assertEquals(600, history.capacity());
        assertEquals(1, new CallHistory(1).capacity());
    }

    @Test
    void noCallIsLostWhenTheMemoryGrowsWhileItsOldestCallsAreForgotten() {
        RateLimiter eight = limiter("8/10:10");
        assertEquals(3, allowedOf(3, HERE, eight));
        advance(5_000);
        assertEquals(1, allowedOf(1, HERE, eight));
        advance(5_000);
        assertEquals(7, allowedOf(7, HERE, eight), "beside the one of 5 s ago");
        advance(5_000);
        assertEquals(1, allowedOf(2, HERE, eight), "beside the 7 of 5 s ago");
    }

    @Test
    void itTellsTheCallsOfTheWindowByAddressTheOneSilentLongestFirst() {
        RateLimiter eight = limiter("8/10:20");
        allowedOf(3, HERE, eight);
        advance(5_000);
        allowedOf(5, HERE, eight);
        eight.check(THERE);
        assertEquals(List.of(counted(HERE, 8), counted(THERE, 1)), eight.states());
        advance(4_999);
        assertEquals(List.of(counted(HERE, 8), counted(THERE, 1)), eight.states());
        advance(1);
        assertEquals(List.of(counted(HERE, 5), counted(THERE, 1)), eight.states(), "three are a window old");
        assertEquals(2, allowedOf(2, HERE, eight));
        assertEquals(List.of(counted(THERE, 1), counted(HERE, 7)), eight.states());
        advance(5_000);
        assertEquals(List.of(counted(HERE, 2)), eight.states());
        advance(5_000);
        assertEquals(List.of(), eight.states());
    }

    @Test
    void itTellsABlockUntilTheMillisecondInWhichItEnds() {
        RateLimiter two = limiter("2/10:20");
        allowedOf(3, HERE, two);
        assertEquals(List.of(new RateLimiter.AddressState(HERE, 2, Duration.ofSeconds(20))), two.states());
        advance(19_999);
        assertEquals(List.of(new RateLimiter.AddressState(HERE, 0, Duration.ofMillis(1))), two.states());
        advance(1);
        assertEquals(List.of(), two.states());
        two.check(THERE);
        assertEquals(1, two.size(), "a block that has ended is nothing to remember");
    }

    @Test
    void itTellsNothingThatHasNotHappenedYet() {
        limiter.check(HERE);
        assertEquals(List.of(counted(HERE, 1)), limiter.states());
        clock.set(clock.now().minusMillis(1));
        assertEquals(List.of(), limiter.states());
    }

    @Test
    void anAddressCanBeBlockedAtOnceAndForgotten() {
        limiter.check(THERE);
        advance(10);
        limiter.block(HERE);
        limiter.block(THERE);
        assertEquals(blockedFor(60_000), limiter.check(HERE));
        assertEquals(blockedFor(60_000), limiter.check(THERE));
        assertEquals(
                List.of(
                        new RateLimiter.AddressState(HERE, 0, Duration.ofMinutes(1)),
                        new RateLimiter.AddressState(THERE, 1, Duration.ofMinutes(1))),
                limiter.states());
        limiter.forget(HERE);
        assertTrue(limiter.check(HERE).isAllowed());
        assertFalse(limiter.check(THERE).isAllowed());
    }

    @Test
    void withoutALimitNobodyIsBlockedOrTold() {
        RateLimiter off = limiter("off");
        off.block(HERE);
        assertTrue(off.check(HERE).isAllowed());
        assertEquals(List.of(), off.states());
        assertEquals(0, off.size());
        assertEquals(Optional.empty(), off.limit());
    }

    @Test
    void aSiteHasTheLimitThatItsSettingsAskFor() {
        assertEquals(
                Optional.of(RateLimit.REAL),
                RateLimiter.of(Settings.DEFAULTS, clock).limit());
        Settings asked = Settings.DEFAULTS.with(Settings.RATE_LIMIT, "5/10:30").with(Settings.BLOCK_EXTENDS, "true");
        assertEquals(
                Optional.of(new RateLimit(5, Duration.ofSeconds(10), Duration.ofSeconds(30), true)),
                RateLimiter.of(asked, clock).limit());
    }

    @Test
    @Timeout(60)
    void of2000ConcurrentCallsExactly600Pass() throws Exception {
        int threads = 40;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            counts.add(pool.submit(() -> {
                start.await();
                return allowedOf(2_000 / threads, HERE);
            }));
        }
        int allowed = 0;
        for (Future<Integer> count : counts) {
            allowed += count.get(30, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertEquals(600, allowed);
    }

    private RateLimiter limiter(String limit) {
        return new RateLimiter(clock, RateLimit.parse(limit));
    }

    private int allowedOf(int calls, String address) {
        return allowedOf(calls, address, limiter);
    }

    private static int allowedOf(int calls, String address, RateLimiter limiter) {
        int allowed = 0;
        for (int i = 0; i < calls; i++) {
            allowed += limiter.check(address).isAllowed() ? 1 : 0;
        }
        return allowed;
    }

    private void advance(long millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    private static RateLimiter.AddressState counted(String address, int calls) {
        return new RateLimiter.AddressState(address, calls, Duration.ZERO);
    }

    private static Verdict blockedFor(long millis) {
        return new Verdict.Blocked(Duration.ofMillis(millis));
    }
}
