package io.alignemulator.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** A token for each persona by name. */
    public Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        if (api.object("GET", "", null).get("tokens") instanceof Map<?, ?> map) {
            map.forEach((persona, token) -> tokens.put(String.valueOf(persona), String.valueOf(token)));
        }
        return tokens;
    }

    /**
     * A user to act as.
     *
     * @throws IllegalArgumentException when the fixtures call nobody so
     */
    public Persona persona(String persona) {
        String token = tokens().get(persona);
        if (token == null) {
            throw new IllegalArgumentException(
                    "The sandbox has no persona " + persona + "; it has " + tokens().keySet());
        }
        return api.objects("/tokens").stream()
                .filter(each -> token.equals(each.get("token")) && each.get("userId") instanceof Number)
                .map(each -> new Persona(persona, ((Number) each.get("userId")).longValue(), token))
                .findFirst()
                .orElseThrow();
    }

    /** A new token for a user; it ends those the user had. */
    public String newToken(long userId) {
        return String.valueOf(
                api.object("POST", "/tokens", Map.of("userId", userId)).get("token"));
    }

    /** What a user's call would be told, and why: the keys of {@code GET /_emulator/access}. */
    public Map<String, Object> access(long userId, String verb, String path) {
        return api.object(
                "GET",
                "/access?user=" + userId + "&verb=" + ControlApi.encoded(verb) + "&path=" + ControlApi.encoded(path),
                null);
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

    /** What it holds. */
    public SandboxWorld world() {
        return new SandboxWorld(api);
    }

    /** Stores records: {@link SandboxWorld#seed}. */
    public List<Long> seed(String collection, Object... records) {
        return world().seed(collection, records);
    }

    /** The settings as written, by name. */
    public Map<String, Object> settings() {
        return api.object("GET", "/settings", null);
    }

    /** Changes a setting; the name as on the command line, e.g. {@code page-cap}. */
    public void set(String setting, Object value) {
        api.object("PUT", "/settings", Map.of(setting, value));
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

        private final Map<String, Object> body = new LinkedHashMap<>();
        private final Map<String, List<Object>> seed = new LinkedHashMap<>();
        private final List<Map<String, ?>> faults = new ArrayList<>();

        /** Its name, one label of a host name. */
        public Options name(String name) {
            return with("name", name);
        }

        /** Instead of the server's fixtures a shipped set, {@code empty}, {@code minimal} or {@code demo}, or the files of a folder. */
        public Options fixtures(String setOrFolder) {
            return SHIPPED.contains(setOrFolder) ? with("fixtures", setOrFolder) : fixtures(Path.of(setOrFolder));
        }

        /** Records by collection instead of the server's fixtures, {@code {"Epics": [...], "_tokens": [...]}}. */
        public Options fixtures(Map<String, ?> document) {
            return with("fixtures", document);
        }

        /** The files of a folder, {@code Epics.json} and the like, instead of the server's fixtures. */
        public Options fixtures(Path folder) {
            return fixtures(FixtureFolder.read(folder));
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
        public Options clock(java.time.Instant instant) {
            return with("clock", instant.toString());
        }

        /** Records besides the fixtures, as in {@link SandboxWorld#seed}; they come back with every reset. */
        public Options seed(String collection, Object... records) {
            seed.computeIfAbsent(collection, key -> new ArrayList<>()).addAll(SandboxWorld.parsed(records));
            return with("seed", seed);
        }

        /** A fault from the beginning: {@link SandboxFaults#add(Map)}. */
        public Options fault(Map<String, ?> fault) {
            faults.add(fault);
            return with("faults", faults);
        }

        /** A fault from the beginning, written as JSON. */
        public Options fault(String json) {
            return fault(ControlApi.parsedObject(json));
        }

        /** It ends by itself after that time, by its own clock. */
        public Options timeToLive(java.time.Duration life) {
            return with("timeToLive", life.toString());
        }

        /** Any setting, by its name on the command line. */
        public Options set(String setting, Object value) {
            return with(setting, value);
        }

        /** Any member of the body of {@code POST /_emulator/sandboxes}, as it is written there. */
        public Options with(String key, Object value) {
            body.put(key, value);
            return this;
        }

        /**
         * Begins with what another sandbox holds now, which was made with the same options: what they put in is there already, the rest is said again.
         */
        public Options forkOf(Sandbox other) {
            Options fork = new Options();
            fork.body.putAll(body);
            fork.body.keySet().removeAll(Set.of("name", "fixtures", "snapshot", "seed"));
            return fork.from(other.name());
        }

        /** Whether they put records in, which cost more than a fork. */
        public boolean bringsRecords() {
            return body.get("fixtures") instanceof Map || body.containsKey("seed");
        }

        /** Whether nothing is said. */
        public boolean isEmpty() {
            return body.isEmpty();
        }

        Map<String, Object> body() {
            return body;
        }

        /** What the control API is sent. */
        public String json() {
            return ControlApi.text(body);
        }
    }
}
