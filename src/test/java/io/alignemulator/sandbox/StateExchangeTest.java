package io.alignemulator.sandbox;

import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Tokens;
import io.alignemulator.rules.Rule;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.sandbox.Sandbox.Written;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Rows;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A change that others overtake ends all the same, and loses nothing of theirs. */
@Timeout(60)
@Rule("EMUL-20")
class StateExchangeTest {

    private final Sandbox sandbox = new Sandbox(
            new Identity("default", "", Optional.empty()),
            new Baseline(
                    new SiteContent(World.empty(Rows.CATALOGUE), Tokens.of(Map.of()), Settings.DEFAULTS),
                    Clock.system()));

    private final AtomicInteger others = new AtomicInteger();
    private final List<CompletableFuture<Void>> running = new ArrayList<>();

    /** Somebody else's write. */
    private void other() {
        sandbox.write(world -> new Written<>(world.put(region(world)), others.incrementAndGet()));
    }

    private static io.alignemulator.world.Row region(World world) {
        return row("Region", world.nextId(Rows.CATALOGUE.resource("Region")), "name", "R");
    }

    /** Lets somebody else come first, as long as that is possible. */
    private World overtaken(World world, AtomicInteger attempts, int rounds) {
        CompletableFuture<Void> hand = CompletableFuture.runAsync(this::other);
        running.add(hand);
        if (attempts.incrementAndGet() <= rounds) {
            hand.join();
        }
        return world.put(region(world));
    }

    @Test
    void aWriteThatIsAlwaysOvertakenIsMadeWhileTheOthersWait() {
        AtomicInteger attempts = new AtomicInteger();
        sandbox.write(world -> new Written<>(overtaken(world, attempts, StateExchange.SHORT), 0));
        running.forEach(CompletableFuture::join);
        assertEquals(StateExchange.SHORT + 1, attempts.get());
        assertEquals(attempts.get() + 1, regions(), "what the others wrote is there too");
    }

    @Test
    void aLongChangeTakesTwoRoundsAtMost() {
        AtomicInteger attempts = new AtomicInteger();
        sandbox.change(content -> content.with(overtaken(content.world(), attempts, StateExchange.LONG)));
        running.forEach(CompletableFuture::join);
        assertEquals(StateExchange.LONG + 1, attempts.get());
        assertEquals(attempts.get() + 1, regions());
    }

    @Test
    void aChangeThatFailsWhileTheOthersWaitLetsThemGoOn() {
        AtomicInteger attempts = new AtomicInteger();
        try {
            sandbox.write(world -> {
                overtaken(world, attempts, StateExchange.SHORT);
                if (attempts.get() > StateExchange.SHORT) {
                    throw new IllegalStateException("on purpose");
                }
                return new Written<>(world, 0);
            });
        } catch (IllegalStateException e) {
            assertEquals("on purpose", e.getMessage());
        }
        running.forEach(CompletableFuture::join);
        other();
        assertTrue(regions() > StateExchange.SHORT);
    }

    private int regions() {
        return sandbox.state().world().table(Rows.CATALOGUE.resource("Region")).size();
    }
}
