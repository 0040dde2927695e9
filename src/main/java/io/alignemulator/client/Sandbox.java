package io.alignemulator.client;

import io.alignemulator.protocol.AccessExplanation;
import io.alignemulator.protocol.ReliedOn;
import io.alignemulator.protocol.SandboxInfo;
import io.alignemulator.protocol.SandboxRequest;
import io.alignemulator.protocol.TokenInfo;
import io.alignemulator.protocol.TokenRequest;
import io.alignemulator.protocol.TokenScope;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.faults.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/**
 * A site of its own on an emulator: records, users, clock, limit, faults and journal that nobody else sees. A call belongs to it because of its token; the address is the same
 * for all. Closing ends it, except the default one, which is reset.
 */
public final class Sandbox implements AutoCloseable {

    private static final String DEFAULT = "default";

    private final URI server;
    private final String name;
    private final ControlApi api;

    Sandbox(URI server, ControlApi ofServer, String name) {
        this.server = server;
        this.name = name;
        this.api = ofServer.below("/sandboxes/" + ControlApi.encoded(name));
    }

    public String name() {
        return name;
    }

    /** What a client takes for {@code https://<site>.jiraalign.com}. */
    public URI baseUri() {
        return server;
    }

    /** Where the REST API begins. */
    public URI apiUri() {
        return URI.create(server + "/rest/align/api/2");
    }

    /** Where it is, its tokens, when it began and when it ends. */
    public SandboxInfo info() {
        return api.get("", SandboxInfo.class);
    }

    /** A token for each persona by name. */
    public Map<String, String> tokens() {
        return info().tokens();
    }

    /**
     * A user to act as.
     *
     * @param persona as the fixtures have it; those of the shipped sets are in {@link Personas}
     * @throws IllegalArgumentException when the fixtures call nobody so
     */
    public Persona persona(String persona) {
        String token = tokens().get(persona);
        if (token == null) {
            throw new IllegalArgumentException(
                    "The sandbox has no persona " + persona + "; it has " + tokens().keySet());
        }
        return api.list("/tokens", TokenInfo.class).stream()
                .filter(each -> token.equals(each.token()))
                .map(each -> new Persona(persona, each.userId(), token))
                .findFirst()
                .orElseThrow();
    }

    /** A new token for a user; it ends those the user had. */
    public String newToken(long userId) {
        return api.call("POST", "/tokens", new TokenRequest(userId), TokenInfo.class)
                .token();
    }

    /**
     * A new token of Atlassian's sign-on for a user, which goes by Basic authentication with the user's email; it ends no other. A site takes such tokens where the setting
     * {@code authentication} says so.
     *
     * @param expires by the site's clock; empty for never
     */
    public String newToken(long userId, TokenScope scope, Optional<Instant> expires) {
        return api.call("POST", "/tokens", new TokenRequest(userId, Optional.of(scope), expires), TokenInfo.class)
                .token();
    }

    /** What a user's call would be told, and why. */
    public AccessExplanation access(long userId, Method method, String path) {
        return api.get(
                "/access?user=" + userId + "&verb=" + method + "&path=" + ControlApi.encoded(path),
                AccessExplanation.class);
    }

    /** Brings everything back to the beginning. */
    public void reset() {
        api.send("POST", "/reset", null);
    }

    public SandboxClock clock() {
        return new SandboxClock(api);
    }

    public SandboxRateLimit rateLimit() {
        return new SandboxRateLimit(api);
    }

    public SandboxSnapshots snapshots() {
        return new SandboxSnapshots(api);
    }

    /** What goes wrong on purpose. */
    public SandboxFaults faults() {
        return new SandboxFaults(api);
    }

    /** What was asked and answered. */
    public SandboxRequests requests() {
        return new SandboxRequests(api);
    }

    /**
     * The rules that had a say in the calls since the beginning or the last reset and are only assumed of the real site: what a green test rests on. Empty when all of them are
     * documented or observed.
     */
    public List<ReliedOn> reliedOn() {
        return api.list("/fidelity/relied-on", ReliedOn.class);
    }

    /** What it holds. */
    public SandboxWorld world() {
        return new SandboxWorld(api);
    }

    /** Stores records: {@link SandboxWorld#seed(String, Map[])}. */
    public List<Long> seed(String collection, Map<?, ?>... records) {
        return world().seed(collection, records);
    }

    /** Stores JSON of one record, or of an array of records. */
    public List<Long> seed(String collection, String json) {
        return world().seed(collection, json);
    }

    /** Stores a record, and gives its id. */
    public long seedOne(String collection, Map<?, ?> record) {
        return world().seedOne(collection, record);
    }

    /** The settings as written, by name. */
    public Map<String, String> settings() {
        return api.get("/settings", new TypeReference<>() {});
    }

    /**
     * Changes a setting.
     *
     * @param setting name as on the command line, e.g. {@code page-cap}
     * @param value a text, a number, or true and false for a switch
     */
    public void set(String setting, Object value) {
        api.send("PUT", "/settings", Map.of(setting, value));
    }

    /** Brings back the settings of the beginning. */
    public void resetSettings() {
        api.send("DELETE", "/settings", null);
    }

    @Override
    public void close() {
        if (name.equals(DEFAULT)) {
            reset();
        } else {
            api.send("DELETE", "", null);
        }
    }

    /** How to make a sandbox; everything may be left as it is. */
    public static final class Options {

        private static final Set<String> SHIPPED = Set.of("empty", "minimal", "demo");

        private SandboxRequest request = SandboxRequest.DEFAULT;
        private final Map<String, List<Object>> seed = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Map<String, Object> settings = new LinkedHashMap<>();
        private Optional<Object> fixtures = Optional.empty();

        /** As a request of the control API says; more may be said besides. */
        public static Options of(SandboxRequest request) {
            Options options = new Options();
            options.request = request;
            options.fixtures = request.fixtures();
            request.seed()
                    .forEach((collection, records) -> options.seed.put(
                            collection,
                            records instanceof List<?> several ? new ArrayList<>(several) : List.of(records)));
            options.faults.addAll(request.faults());
            options.settings.putAll(request.settings());
            return options;
        }

        /** Its name, one label of a host name. */
        public Options name(String name) {
            return with("name", name);
        }

        /** Instead of the server's fixtures a shipped set, {@code empty}, {@code minimal} or {@code demo}, or the files of a folder. */
        public Options fixtures(String setOrFolder) {
            return SHIPPED.contains(setOrFolder) ? holding(setOrFolder) : fixtures(Path.of(setOrFolder));
        }

        /** Records by collection instead of the server's fixtures, {@code {"Epics": [...], "_tokens": [...]}}. */
        public Options fixtures(Map<String, ?> document) {
            return holding(document);
        }

        /** The files of a folder, {@code Epics.json} and the like, instead of the server's fixtures. */
        public Options fixtures(Path folder) {
            return holding(FixtureFolder.read(folder));
        }

        /** The server's fixtures, with which it begins unless something else is said. */
        public Options serverFixtures() {
            fixtures = Optional.empty();
            return this;
        }

        private Options holding(Object said) {
            fixtures = Optional.of(said);
            return this;
        }

        /** Begins with what another sandbox holds now. */
        public Options from(String sandbox) {
            return with("from", sandbox);
        }

        /** Begins with a snapshot of the sandbox named in {@link #from}, or of the default one. */
        public Options snapshot(String snapshot) {
            return with("snapshot", snapshot);
        }

        /** Its clock stands still at this time. */
        public Options clock(Instant instant) {
            return with("clock", instant.toString());
        }

        /** It ends by itself after that time, by its own clock. */
        public Options timeToLive(Duration life) {
            return with("timeToLive", life.toString());
        }

        /** A label, by which it can be found and ended. */
        public Options label(String name, String value) {
            Map<String, String> labels = new LinkedHashMap<>(request.labels());
            labels.put(name, value);
            request = request.with("labels", labels);
            return this;
        }

        private Options with(String key, String value) {
            request = request.with(key, value);
            return this;
        }

        /** Records besides the fixtures, as in {@link SandboxWorld#seed(String, Map[])}; they come back with every reset. */
        public Options seed(String collection, Map<?, ?>... records) {
            Objects.requireNonNull(seed.computeIfAbsent(collection, key -> new ArrayList<>()))
                    .addAll(Arrays.asList(records));
            return this;
        }

        /** A fault from the beginning. */
        public Options fault(Fault fault) {
            faults.add(fault);
            return this;
        }

        /**
         * A fault from the beginning, written as JSON.
         *
         * @throws IllegalArgumentException when it is none
         */
        public Options fault(String json) {
            return fault(ControlApi.parsed(json, Fault.class));
        }

        /**
         * A setting by its name on the command line.
         *
         * @param value a text, a number, or true and false for a switch
         */
        public Options set(String setting, Object value) {
            settings.put(setting, value);
            return this;
        }

        /**
         * Begins with what another sandbox holds now, which was made with the same options: what they put in is there already, the rest is said again.
         */
        public Options forkOf(Sandbox other) {
            Options fork = new Options().from(other.name());
            fork.faults.addAll(faults);
            fork.settings.putAll(settings);
            request.clock().ifPresent(fork::clock);
            request.timeToLive().ifPresent(fork::timeToLive);
            return fork;
        }

        /** Whether they put records in, which cost more than a fork. */
        public boolean bringsRecords() {
            return fixtures.filter(Map.class::isInstance).isPresent() || !seed.isEmpty();
        }

        /** What the control API is sent. */
        public SandboxRequest request() {
            return new SandboxRequest(
                    request.name(),
                    fixtures,
                    request.from(),
                    request.snapshot(),
                    new LinkedHashMap<>(seed),
                    faults,
                    request.labels(),
                    request.timeToLive(),
                    request.clock(),
                    settings);
        }
    }
}
