package io.alignemulator.sandbox;

import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Tokens;
import io.alignemulator.sandbox.faults.Examples;
import io.alignemulator.sandbox.faults.FaultCall;
import io.alignemulator.sandbox.faults.PreparedFault;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import io.alignemulator.world.World;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A write sees the newest world or is made again; a reset brings the seed back. */
class SandboxTest {

    private static final World SEED = Rows.seed(row("Region", 1, "name", "North"));
    private static final Tokens TOKENS = Tokens.of(Map.of("user:1|t", 1L));
    private static final PreparedFault FAULT = Examples.failing("{'path': '/epics', 'nth': 2}");
    private static final FaultCall CALL = Examples.call("GET", "/epics");

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** What a sandbox is told once: none of these changes; the store keeps other people's data. */
    private static final Set<Class<?>> VALUES =
            Set.of(Sandbox.Identity.class, Instant.class, Baseline.class, Optional.class);

    private final Clock clock = Clock.frozenAt(START);
    private final Sandbox sandbox = new Sandbox(
            new Sandbox.Identity("default", "", Optional.empty()),
            new Baseline(
                    new SiteContent(SEED, TOKENS, Settings.DEFAULTS.with(Settings.RATE_LIMIT, "1/60:60")),
                    clock,
                    List.of(FAULT)));

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
        SiteState before = sandbox.state();
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
        assertTrue(sandbox.limiter().check("10.0.0.1").isAllowed());
        assertFalse(sandbox.limiter().check("10.0.0.1").isAllowed());
        sandbox.reset();
        assertSame(SEED, sandbox.state().world());
        assertEquals(List.of(), sandbox.state().world().changes());
        assertEquals(2, sandbox.state().world().nextId(Rows.CATALOGUE.resource("Region")));
        assertTrue(sandbox.limiter().check("10.0.0.1").isAllowed());
    }

    @Test
    void aResetBringsBackEveryPartOfTheState() {
        SiteState fresh = sandbox.state();
        disturb(fresh);
        sandbox.keep("kept");
        sandbox.tokens(tokens -> Tokens.of(Map.of("user:2|t", 2L)));
        sandbox.settings(settings -> settings.with(Settings.RATE_LIMIT, "off"));
        sandbox.reset();
        assertBegun(sandbox.state());
    }

    @Test
    void aCallThatAResetOvertakesLeavesNothingInTheLifeAfterIt() {
        SiteState ofTheCall = sandbox.state();
        sandbox.reset();
        disturb(ofTheCall);
        assertBegun(sandbox.state());
    }

    /** Counts, blocks and ends whatever a call can, and turns the clock. */
    private static void disturb(SiteState state) {
        state.clock().advance(Duration.ofDays(1));
        state.limiter().block("10.0.0.2");
        state.limiter().check("10.0.0.1");
        state.reliance().count(Set.of("LIFE-09"));
        state.faults().next(CALL);
        state.faults().remove(1);
        state.faults().add(Examples.failing("{'path': '/features'}"));
    }

    private void assertBegun(SiteState state) {
        assertEquals(START, state.clock().now());
        assertEquals(List.of(), state.limiter().states());
        assertEquals("1/60:60", state.settings().get(Settings.RATE_LIMIT));
        assertTrue(state.limiter().limit().isPresent(), "limited again");
        assertEquals(
                List.of("1: 0/0"),
                state.faults().list().stream()
                        .map(each -> each.id() + ": " + each.hits() + "/" + each.matches())
                        .toList());
        assertEquals(List.of(), state.reliance().assumed());
        assertEquals(List.of(), state.snapshots().all());
        assertSame(SEED, state.world());
        assertSame(TOKENS, state.tokens());
        assertEquals(sandbox.seed(), state.content());
    }

    @Test
    void callsThatAreCountedExchangeNothingSoNoWriteIsMadeAgainForThem() {
        List<Integer> attempts = new ArrayList<>();
        SiteState before = sandbox.state();
        sandbox.write(world -> {
            attempts.add(attempts.size());
            disturb(sandbox.state());
            assertSame(before, sandbox.state());
            return adding("South").apply(world);
        });
        assertEquals(List.of(0), attempts);
    }

    @Test
    void ofTwoThousandCallsAtOnceExactlySixHundredPassAndTheirWritesAreAllThere() throws Exception {
        sandbox.settings(settings -> settings.with(Settings.RATE_LIMIT, "600/60:60"));
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> calls = Collections.nCopies(2_000, () -> {
                boolean isAllowed = sandbox.state().limiter().check("10.0.0.1").isAllowed();
                if (isAllowed) {
                    sandbox.write(adding("r"));
                }
                return isAllowed;
            });
            int allowed = 0;
            for (Future<Boolean> call : callers.invokeAll(calls)) {
                allowed += call.get() ? 1 : 0;
            }
            assertEquals(600, allowed);
            assertEquals(601, sandbox.state().world().table("Region").size());
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void anotherLimitCountsAnewAndOtherSettingsDoNot() {
        sandbox.limiter().check("10.0.0.1");
        sandbox.settings(settings -> settings.with(Settings.PAGE_CAP, "5"));
        assertFalse(sandbox.limiter().check("10.0.0.1").isAllowed());
        sandbox.settings(settings -> settings.with(Settings.RATE_LIMIT, "2/60:60"));
        assertTrue(sandbox.limiter().check("10.0.0.1").isAllowed());
        sandbox.forgetCalls();
        assertEquals(List.of(), sandbox.limiter().states());
    }

    @Test
    void aSnapshotIsOneMomentAndItsSandboxGoesOn() {
        sandbox.write(adding("South"));
        Snapshots.Snapshot kept = sandbox.keep("kept");
        sandbox.write(adding("East"));
        assertEquals(START, kept.taken());
        assertEquals(List.of(kept), sandbox.snapshots().all());
        sandbox.restore(sandbox.snapshots().get("kept").orElseThrow().content());
        assertEquals(List.of("North", "South"), names());
        assertTrue(sandbox.forget("kept"), "it was there");
        assertFalse(sandbox.forget("kept"), "it is gone");
    }

    @Test
    void nothingOfASandboxChangesButItsStateAndItsJournal() {
        List<String> changing = Arrays.stream(Sandbox.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !VALUES.contains(field.getType()) || !Modifier.isFinal(field.getModifiers()))
                .map(Field::getName)
                .sorted()
                .toList();
        assertEquals(List.of("journal", "state"), changing);
        List<String> parts = Arrays.stream(SiteState.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertEquals(List.of("content", "clock", "limiter", "faults", "reliance", "snapshots"), parts);
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
