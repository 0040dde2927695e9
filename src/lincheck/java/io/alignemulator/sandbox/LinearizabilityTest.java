package io.alignemulator.sandbox;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.sandbox.Sandbox.Written;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Rows;
import io.alignemulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * What several threads do at once has an order in which one thread could have done it, with the same answers: Lincheck makes up what they do and looks for an order. The limiter is tried
 * by model checking, in interleavings of a few calls, what computes worlds and tokens on real threads.
 */
@Rule({"EMUL-20", "RATE-01"})
class LinearizabilityTest {

    /** More of each for a long run. */
    private static final int TIMES = Integer.getInteger("lincheck.times", 1);

    @Test
    void theLimiter() {
        new ModelCheckingOptions()
                .iterations(10 * TIMES)
                .invocationsPerIteration(200 * TIMES)
                .actorsBefore(2)
                .actorsAfter(2)
                .check(Limiter.class);
    }

    @Test
    void theSwapOfTheWorld() {
        stress().check(Site.class);
    }

    @Test
    void theSandboxesOfAServer() {
        stress().check(Registry.class);
    }

    private static StressOptions stress() {
        return new StressOptions()
                .iterations(8 * TIMES)
                .invocationsPerIteration(150 * TIMES)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(2);
    }

    private static SiteContent content() {
        return new SiteContent(
                World.empty(Rows.CATALOGUE), Tokens.of(Map.of("user:1|super-admin", 1L)), Settings.DEFAULTS);
    }

    /** Three calls a minute, on a clock that stands still. */
    @Param(name = "address", gen = IntGen.class, conf = "1:2")
    public static class Limiter {

        private final RateLimiter limiter = new RateLimiter(
                Clock.frozenAt(Instant.EPOCH),
                Optional.of(new RateLimit(3, Duration.ofSeconds(60), Duration.ofSeconds(60), false)));

        @Operation
        public boolean check(@Param(name = "address") int address) {
            return limiter.check("10.0.0." + address).isAllowed();
        }

        @Operation
        public void block(@Param(name = "address") int address) {
            limiter.block("10.0.0." + address);
        }

        @Operation
        public void forget(@Param(name = "address") int address) {
            limiter.forget("10.0.0." + address);
        }

        @Operation
        public String states() {
            return limiter.states().toString();
        }
    }

    /** Writes, reads, a reset and a snapshot of one site. */
    public static class Site {

        private static final Resource REGION = Rows.CATALOGUE.resource("Region");

        private final Sandbox sandbox = new Sandbox(
                new Identity("default", "", Optional.empty()), new Baseline(content(), Clock.frozenAt(Instant.EPOCH)));

        @Operation
        public long add() {
            return sandbox.write(world -> {
                long id = world.nextId(REGION);
                return new Written<>(world.put(Rows.row("Region", id, "name", "R")), id);
            });
        }

        @Operation
        public long count() {
            return sandbox.state().content().world().table("Region").size();
        }

        @Operation
        public void keep() {
            sandbox.keep("kept");
        }

        @Operation
        public boolean forget() {
            return sandbox.forget("kept");
        }

        @Operation
        public void reset() {
            sandbox.reset();
        }
    }

    /** Sandboxes that come and go under two names. */
    @Param(name = "name", gen = IntGen.class, conf = "1:2")
    public static class Registry {

        private final Sandboxes sandboxes = new Sandboxes(new Baseline(content(), Clock.frozenAt(Instant.EPOCH)));

        @Operation
        public boolean create(@Param(name = "name") int name) {
            return sandboxes
                    .create("s" + name, new Baseline(content(), Clock.frozenAt(Instant.EPOCH)), Optional.empty())
                    .isPresent();
        }

        @Operation
        public boolean find(@Param(name = "name") int name) {
            return sandboxes.find("s" + name).isPresent();
        }

        @Operation
        public boolean remove(@Param(name = "name") int name) {
            return sandboxes.remove("s" + name);
        }
    }
}
