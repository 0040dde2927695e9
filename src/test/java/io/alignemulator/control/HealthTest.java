package io.alignemulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.control.bind.Call;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.sandbox.SandboxStore;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the health of a server says. */
class HealthTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    private final Store store = new Store();
    private final Failures failures = new Failures();

    /** A store that is well until it is told otherwise. */
    private static final class Store implements SandboxStore {
        private Optional<String> trouble = Optional.empty();

        @Override
        public List<Kept> load(Settings server, Clock clock) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> made(Identity identity, Instant created, SiteContent seed, SiteState state) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> wrote(Identity identity, World after) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> exchanged(
                Identity identity, Instant created, SiteState before, SiteState after) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> removed(Identity identity) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Optional<String> trouble() {
            return trouble;
        }

        @Override
        public void close() {}
    }

    @Test
    void aServerIsReadyWhileItCanSaveAndTellsItsFailures() {
        Clock clock = Clock.system();
        Sandboxes sandboxes = Sandboxes.kept(
                store,
                Settings.DEFAULTS,
                clock,
                () -> new Baseline(
                        new SiteContent(World.empty(CATALOGUE), Tokens.of(Map.of()), Settings.DEFAULTS), clock));
        Control control = new Control(
                CATALOGUE, sandboxes, new Addresses(CATALOGUE, true), Settings.DEFAULTS, failures, Instant.EPOCH);
        assertEquals("200 {\"status\":\"ready\",\"failedCalls\":0}", health(control));
        failures.note("GET /x", new IllegalStateException("on purpose, for a test"));
        assertEquals("200 {\"status\":\"ready\",\"failedCalls\":1}", health(control));
        store.trouble = Optional.of("Cannot save in x: No space left on device");
        assertEquals(
                "503 {\"status\":\"failed\",\"reason\":\"Cannot save in x: No space left on device\",\"failedCalls\":1}",
                health(control));
    }

    private static String health(Control control) {
        Call call = new Call(
                "GET",
                "/health",
                QueryString.parse(""),
                Map.of(),
                name -> name.equals("Host") ? "localhost" : "",
                "",
                false,
                () -> new byte[0]);
        Response answer = ((Control.Outcome.Answered) control.answer(call)).response();
        return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }
}
