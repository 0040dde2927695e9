package io.alignemulator.sandbox;

import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Tokens;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A write sees the newest world or is made again; a reset brings the seed back. */
class SandboxTest {

    private static final World SEED = Rows.seed(row("Region", 1, "name", "North"));
    private static final Tokens TOKENS = Tokens.of(Map.of("user:1|t", 1L));

    private final Clock clock = Clock.frozenAt(Instant.parse("2024-01-01T00:00:00Z"));
    private final Sandbox sandbox = new Sandbox(
            new Sandbox.Identity("default", "", Optional.empty()),
            new Sandbox.State(SEED, TOKENS, Settings.DEFAULTS.with(Settings.RATE_LIMIT, "1/60:60")),
            clock);
    private final RateLimiter limiter = sandbox.limiter();

    @Test
    void aWriteLeavesItsWorldAndReturnsItsResult() {
        assertEquals(2L, sandbox.<Long>write(adding("South")));
        assertEquals(List.of("North", "South"), names());
        assertSame(TOKENS, sandbox.state().tokens());
        assertEquals(1, SEED.table("Region").size());
    }

    @Test
    void aWriteThatLosesTheRaceIsMadeAgainOnWhatTheOtherLeft() {
        List<Integer> sizes = new ArrayList<>();
        long id = sandbox.write(world -> {
            sizes.add(world.table("Region").size());
            if (sizes.size() <= 2) {
                sandbox.write(adding("Rival " + sizes.size()));
            }
            return adding("South").apply(world);
        });
        assertEquals(List.of(1, 2, 3), sizes);
        assertEquals(4, id);
        assertEquals(List.of("North", "Rival 1", "Rival 2", "South"), names());
    }

    @Test
    void aWriteThatAResetOvertakesIsMadeAgainOnTheSeed() {
        sandbox.write(adding("South"));
        List<Integer> sizes = new ArrayList<>();
        sandbox.write(world -> {
            sizes.add(world.table("Region").size());
            if (sizes.size() == 1) {
                sandbox.reset();
            }
            return adding("East").apply(world);
        });
        assertEquals(List.of(2, 1), sizes);
        assertEquals(List.of("North", "East"), names());
    }

    @Test
    void anAttemptThatThrowsLeavesTheWorldAsItWas() {
        Sandbox.State before = sandbox.state();
        assertThrows(
                IllegalStateException.class,
                () -> sandbox.write(world -> {
                    adding("lost").apply(world);
                    throw new IllegalStateException("refused");
                }));
        assertSame(before, sandbox.state());
    }

    @Test
    void nothingIsLostAmongManyWriters() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Long>> ids = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                ids.add(writers.submit(() -> sandbox.write(adding("r"))));
            }
            List<Long> sorted = new ArrayList<>();
            for (Future<Long> id : ids) {
                sorted.add(id.get());
            }
            sorted.sort(null);
            assertEquals(java.util.stream.LongStream.rangeClosed(2, 401).boxed().toList(), sorted);
            assertEquals(401, sandbox.state().world().table("Region").size());
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void aResetBringsBackRecordsSequencesAndBlockedAddresses() {
        sandbox.write(adding("South"));
        assertTrue(limiter.check("10.0.0.1").isAllowed());
        assertFalse(limiter.check("10.0.0.1").isAllowed());
        sandbox.reset();
        assertSame(SEED, sandbox.state().world());
        assertEquals(List.of(), sandbox.state().world().changes());
        assertEquals(2, sandbox.state().world().nextId(Rows.CATALOGUE.resource("Region")));
        assertTrue(limiter.check("10.0.0.1").isAllowed());
        assertSame(clock, sandbox.clock());
        assertSame(limiter, sandbox.limiter());
    }

    private static Function<World, Sandbox.Written<Long>> adding(String name) {
        return world -> {
            long id = world.nextId(Rows.CATALOGUE.resource("Region"));
            return new Sandbox.Written<>(world.put(row("Region", id, "name", name)), id);
        };
    }

    private List<String> names() {
        return sandbox.state().world().table("Region").page(0, 100).stream()
                .map((Row region) -> Optional.ofNullable(region.get("name"))
                        .map(Object::toString)
                        .orElse(""))
                .toList();
    }
}
