package io.alignemulator;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.control.Sites;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSet;
import io.alignemulator.fixtures.Site;
import io.alignemulator.http.ApiServer;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Keeper;
import io.alignemulator.sandbox.RateLimit;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.save.SaveFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A running emulator: one server with one site. Start it, point a client at {@link #apiUri()}, close it. */
public final class JiraAlignEmulator implements AutoCloseable {

    private final Settings settings;
    private final Sandboxes sandboxes;
    private final ApiServer server;
    private final Optional<Keeper> keeper;

    private JiraAlignEmulator(Settings settings, Sandboxes sandboxes, ApiServer server, Optional<Keeper> keeper) {
        this.keeper = keeper;
        this.settings = settings;
        this.sandboxes = sandboxes;
        this.server = server;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @throws SettingException when a setting cannot be used
     * @throws io.alignemulator.fixtures.FixtureException when the fixtures cannot be used
     * @throws io.alignemulator.world.save.SaveException when the folder of the setting {@code data} cannot be used
     */
    public static JiraAlignEmulator start(Settings settings) {
        return start(settings, Clock.system());
    }

    /** The same with a clock that a test turns. */
    public static JiraAlignEmulator start(Settings settings, Clock clock) {
        RateLimit.of(settings);
        CompletableFuture<ApiServer> starting = CompletableFuture.supplyAsync(() -> ApiServer.start(settings));
        try {
            Catalogue catalogue = Catalogue.load();
            Supplier<Sandbox.State> seed = () -> seed(settings, catalogue, clock);
            String data = settings.get(Settings.DATA);
            Optional<Keeper> keeper = data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Keeper(SaveFolder.open(Path.of(data), catalogue), catalogue));
            Sandboxes sandboxes = keeper.isPresent()
                    ? Sandboxes.kept(keeper.get(), settings, seed, clock)
                    : new Sandboxes(seed.get(), clock);
            ApiServer server = joined(starting);
            server.open(catalogue, sandboxes, new Sites(catalogue, clock.now()));
            return new JiraAlignEmulator(settings, sandboxes, server, keeper);
        } catch (RuntimeException e) {
            discard(starting);
            throw e;
        }
    }

    private static Sandbox.State seed(Settings settings, Catalogue catalogue, Clock clock) {
        Site site =
                FixtureReader.read(FixtureSet.of(settings.get(Settings.FIXTURES), catalogue), catalogue, clock.now());
        return new Sandbox.State(site.world(), Tokens.of(site.tokens()), settings);
    }

    private static ApiServer joined(CompletableFuture<ApiServer> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void discard(CompletableFuture<ApiServer> starting) {
        try {
            starting.join().close();
        } catch (CompletionException e) {
            // It never came up, which is what the caller is told.
        }
    }

    /** Where it listens, e.g. {@code http://127.0.0.1:8080}. */
    public URI uri() {
        String host = settings.get(Settings.HOST);
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Where the REST API begins. */
    public URI apiUri() {
        return uri().resolve("/rest/align/api/2");
    }

    /** The site it emulates. */
    public Sandbox sandbox() {
        return sandboxes.main();
    }

    /** The tokens of the site's users, with the user's id. */
    public Map<String, Long> tokens() {
        return sandbox().state().tokens().all();
    }

    /** Name and address of a user, for people. */
    String describe(long userId) {
        return sandbox()
                .state()
                .world()
                .get("User", userId)
                .map(user -> user.get("fullName") + " <" + user.get("email") + ">"
                        + (Long.valueOf(0).equals(user.get("isLocked")) ? "" : " (deactivated)"))
                .orElse("");
    }

    /** Brings back what the fixtures describe. */
    public void reset() {
        sandbox().reset();
    }

    @Override
    public void close() {
        server.close();
        keeper.ifPresent(Keeper::close);
    }
}
