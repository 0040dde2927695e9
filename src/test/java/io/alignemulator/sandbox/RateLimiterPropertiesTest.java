package io.alignemulator.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The limiter against a model that keeps every call ever made. */
@Rule({"RATE-01", "RATE-03"})
class RateLimiterPropertiesTest {
    record Call(long pause, String address) {}

    @Property
    void judgesEveryCallAsTheModelDoes(@ForAll("limits") RateLimit limit, @ForAll("calls") List<Call> calls) {
        Clock clock = Clock.frozenAt(Instant.parse("2024-05-28T14:44:55.000Z"));
        RateLimiter limiter = new RateLimiter(clock, Optional.of(limit));
        Map<String, Model> models = new HashMap<>();
        for (Call call : calls) {
            clock.advance(Duration.ofMillis(call.pause));
            Model model = models.computeIfAbsent(call.address, unseen -> new Model(limit));
            assertEquals(model.remainingBlock(clock.millis()), remaining(limiter.check(call.address)));
        }
    }

    private static long remaining(RateLimiter.Verdict verdict) {
        return verdict instanceof RateLimiter.Verdict.Blocked blocked
                ? blocked.remaining().toMillis()
                : 0;
    }

    /** All counted calls and all refused ones, searched from the start each time. */
    private static final class Model {
        private final RateLimit limit;
        private final List<Long> counted = new ArrayList<>();
        private final List<Long> blockStarts = new ArrayList<>();

        Model(RateLimit limit) {
            this.limit = limit;
        }

        long remainingBlock(long now) {
            long block = limit.block().toMillis();
            Optional<Long> running =
                    blockStarts.stream().filter(start -> now - start < block).reduce((earlier, later) -> later);
            boolean blocked = running.isPresent();
            long inWindow = counted.stream()
                    .filter(time -> now - time < limit.window().toMillis())
                    .count();
            boolean starts = blocked ? limit.blockExtends() : inWindow + 1 > limit.calls();
            if (starts) {
                blockStarts.add(now);
                return block;
            }
            if (blocked) {
                return running.get() + block - now;
            }
            counted.add(now);
            return 0;
        }
    }

    @Provide
    Arbitrary<RateLimit> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.longs().between(1, 40).map(Duration::ofMillis),
                        Arbitraries.longs().between(1, 60).map(Duration::ofMillis),
                        Arbitraries.of(true, false))
                .as(RateLimit::new);
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.longs().between(0, 3)),
                                Tuple.of(1, Arbitraries.longs().between(4, 80))),
                        Arbitraries.of("a", "a", "a", "b", "c", "d"))
                .as(Call::new)
                .list()
                .ofMaxSize(120);
    }
}
