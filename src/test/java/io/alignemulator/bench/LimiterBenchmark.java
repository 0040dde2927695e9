package io.alignemulator.bench;

import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.RateLimit;
import io.alignemulator.sandbox.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** What the limiter costs a call: from an address that stays below the limit, from one that is blocked, and by two threads at once; by the number of addresses that it remembers. */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LimiterBenchmark extends MeanOfNine {

    private static final String BLOCKED = "10.0.0.1";

    @Param({"1", "100000"})
    int addresses;

    private RateLimiter limiter;
    private List<String> callers;

    /** Which address calls next. */
    @State(Scope.Thread)
    public static class Turn {
        private int next;
    }

    @Setup
    public void fill() {
        limiter = new RateLimiter(
                Clock.system(),
                Optional.of(new RateLimit(1_000_000_000, Duration.ofSeconds(1), Duration.ofHours(1), false)));
        callers = IntStream.range(0, addresses)
                .mapToObj(i -> "10.1." + i / 256 + "." + i % 256)
                .toList();
        callers.forEach(limiter::check);
        limiter.block(BLOCKED);
    }

    @Benchmark
    public RateLimiter.Verdict allowed(Turn turn) {
        turn.next = (turn.next + 1) % addresses;
        return limiter.check(callers.get(turn.next));
    }

    @Benchmark
    @Threads(2)
    public RateLimiter.Verdict allowedByTwo(Turn turn) {
        return allowed(turn);
    }

    @Benchmark
    public RateLimiter.Verdict blocked() {
        return limiter.check(BLOCKED);
    }
}
