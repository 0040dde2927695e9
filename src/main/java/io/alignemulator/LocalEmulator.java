package io.alignemulator;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.client.Emulator;
import io.alignemulator.control.BaselineReader;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSite;
import io.alignemulator.fixtures.file.FixtureException;
import io.alignemulator.http.ApiServer;
import io.alignemulator.protocol.SandboxRequest;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SandboxStore;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.sandbox.faults.FaultException;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** A server in this process, put together from its parts. */
final class LocalEmulator implements JiraAlignEmulator {

    private final Settings settings;
    private final Sandboxes sandboxes;
    private final ApiServer server;
    private final Optional<SandboxStore> keeper;
    private final Emulator client;
    private final boolean isRestored;

    private LocalEmulator(
            Settings settings,
            Sandboxes sandboxes,
            ApiServer server,
            Optional<SandboxStore> keeper,
            boolean isRestored) {
        this.settings = settings;
        this.sandboxes = sandboxes;
        this.server = server;
        this.keeper = keeper;
        this.isRestored = isRestored;
        this.client = Emulator.at(address(), settings.get(ServerSettings.CONTROL_TOKEN));
    }

    /**
     * Starts a server with the site that the settings describe and returns when it answers.
     *
     * @throws SettingException when a setting cannot be used, or the folder of the setting {@code data}
     * @throws io.alignemulator.fixtures.file.FixtureException when the fixtures cannot be used
     */
    static LocalEmulator start(Settings settings, Clock clock) {
        return start(settings, clock, catalogue -> new Baseline(seed(settings, catalogue, clock), clock));
    }

    /**
     * Starts a server whose default sandbox is made with the options.
     *
     * @throws IllegalArgumentException when the options cannot be used
     */
    static LocalEmulator start(Settings settings, io.alignemulator.client.Sandbox.Options options) {
        SandboxRequest request = options.request();
        try {
            if (request.equals(SandboxRequest.DEFAULT)) {
                return start(settings, Clock.system());
            }
            Clock clock = BaselineReader.clock(request);
            return start(settings, clock, catalogue -> beginnings(settings, catalogue, clock)
                    .read(request, clock, () -> seed(settings, catalogue, clock), LocalEmulator::noOther));
        } catch (ControlCallException | FixtureException | FaultException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static BaselineReader beginnings(Settings settings, Catalogue catalogue, Clock clock) {
        Addresses addresses = new Addresses(catalogue, settings.get(ServerSettings.SINGULAR_PATHS));
        return new BaselineReader(catalogue, addresses.endpoints(), clock.now());
    }

    private static Sandbox noOther(String name) {
        throw new IllegalArgumentException("There is no sandbox '" + name + "' yet");
    }

    private static LocalEmulator start(Settings settings, Clock clock, Function<Catalogue, Baseline> reading) {
        ApiServer server = ApiServer.start(settings);
        try {
            Catalogue catalogue = Catalogue.load();
            Optional<SandboxStore> keeper = keeper(settings, catalogue);
            // Who goes on with a folder may have no fixtures any more.
            AtomicBoolean isRead = new AtomicBoolean();
            Supplier<Baseline> beginning = () -> {
                isRead.set(true);
                return reading.apply(catalogue);
            };
            Sandboxes sandboxes = keeper.isPresent()
                    ? Sandboxes.kept(keeper.get(), settings, clock, beginning)
                    : new Sandboxes(beginning.get());
            server.open(catalogue, sandboxes, clock.now());
            server.awaitListening();
            return new LocalEmulator(settings, sandboxes, server, keeper, !isRead.get());
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private static Optional<SandboxStore> keeper(Settings settings, Catalogue catalogue) {
        String data = settings.get(ServerSettings.DATA);
        return data.isEmpty() ? Optional.empty() : Optional.of(SandboxStore.open(Path.of(data), catalogue));
    }

    private static SiteContent seed(Settings settings, Catalogue catalogue, Clock clock) {
        FixtureSite site = FixtureReader.read(settings.get(ServerSettings.FIXTURES), catalogue, clock.now());
        return new SiteContent(site.world(), Tokens.holding(site.tokens()), settings);
    }

    private URI address() {
        String host = settings.get(ServerSettings.HOST);
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port()
                + settings.get(ServerSettings.BASE_PATH));
    }

    @Override
    public Emulator server() {
        return client;
    }

    @Override
    public io.alignemulator.client.Sandbox sandbox() {
        return client.sandbox();
    }

    /** Whether it goes on with what a folder keeps instead of beginning with its fixtures. */
    boolean isRestored() {
        return isRestored;
    }

    /** How many sandboxes there are, the default one among them. */
    int count() {
        return sandboxes.all().size();
    }

    /** The default sandbox itself. */
    Sandbox main() {
        return sandboxes.main();
    }

    @Override
    public void close() {
        server.close();
        keeper.ifPresent(SandboxStore::close);
    }
}
