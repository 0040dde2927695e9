package io.alignemulator.control;

import io.alignemulator.access.TokenText;
import io.alignemulator.fixtures.FixtureException;
import io.alignemulator.resource.Reply;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandbox.State;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Routes about the server: whether it is ready, and its sandboxes. */
final class SandboxRoutes {

    /** What a host name's label may be, for the name is one. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Set<String> KEYS = Set.of("name", "fixtures", "from", "snapshot", "timeToLive", "clock");

    private final Sandboxes sandboxes;
    private final Sites sites;

    SandboxRoutes(Sandboxes sandboxes, Sites sites) {
        this.sandboxes = sandboxes;
        this.sites = sites;
    }

    List<Route> all() {
        return List.of(
                new Route(
                        "GET",
                        "/health",
                        "Whether the server is ready.",
                        (call, sandbox) -> Reply.json(200, "{\"status\":\"ready\"}".getBytes(StandardCharsets.UTF_8))),
                new Route(
                        "GET",
                        "/sandboxes",
                        "All sandboxes.",
                        (call, sandbox) -> Answers.json(
                                200,
                                sandboxes.all().stream()
                                        .map(each -> json(each, call))
                                        .toList())),
                new Route(
                        "POST",
                        "/sandboxes",
                        "Makes a sandbox: {\"name\", \"fixtures\": \"demo\" or {\"Epics\": [...], ...}, or \"from\": \"<sandbox>\" with \"snapshot\", \"timeToLive\": \"PT10M\", \"clock\": a time to stand still at, and any setting}; all may be left out.",
                        this::create),
                new Route(
                        "GET",
                        "/sandboxes/{name}",
                        "One sandbox, with its tokens.",
                        (call, sandbox) -> Answers.json(200, json(find(call.variable("name")), call))),
                new Route("DELETE", "/sandboxes/{name}", "Ends a sandbox.", this::remove));
    }

    private Reply create(Call call, Sandbox unused) {
        JsonNode json = call.json();
        Map<String, String> settings = SettingRoutes.written(json, KEYS);
        String name = Bodies.text(json, "name").orElseGet(() -> "sandbox-" + TokenText.newKey());
        if (!NAME.matcher(name).matches()) {
            throw new ControlException(400, "A name consists of lower-case letters, digits and hyphens, 63 at most.");
        }
        State from = origin(json);
        State state = new State(from.world(), from.tokens(), SettingRoutes.changed(from.settings(), settings));
        Optional<Duration> timeToLive = Bodies.text(json, "timeToLive").map(text -> Call.duration("timeToLive", text));
        Clock clock = Bodies.text(json, "clock")
                .map(text -> Clock.frozenAt(Call.instant("clock", text)))
                .orElseGet(Clock::system);
        Sandbox made = sandboxes
                .create(name, state, clock, timeToLive)
                .orElseThrow(() -> new ControlException(409, "There is a sandbox '" + name + "' already."));
        return Answers.json(201, json(made, call)).with("Location", Control.BASE + "/sandboxes/" + name);
    }

    private State origin(JsonNode json) {
        Optional<String> from = Bodies.text(json, "from");
        if (json.has("fixtures") && from.isPresent()) {
            throw new ControlException(400, "Give one of fixtures and from.");
        }
        if (json.has("fixtures")) {
            return fixtures(json);
        }
        Optional<String> snapshot = Bodies.text(json, "snapshot");
        if (snapshot.isPresent()) {
            return find(from.orElse(Sandboxes.DEFAULT))
                    .snapshots()
                    .get(snapshot.get())
                    .orElseThrow(() -> new ControlException(404, "There is no snapshot '" + snapshot.get() + "'."))
                    .state();
        }
        return from.map(name -> find(name).state())
                .orElseGet(() -> sandboxes.main().seed());
    }

    /** A shipped set by name, or a document with records as in the files of a fixture folder. */
    private State fixtures(JsonNode json) {
        Settings settings = sandboxes.main().seed().settings();
        if (json.path("fixtures").isObject()) {
            try {
                return sites.read(json.path("fixtures"), settings);
            } catch (FixtureException e) {
                throw new ControlException(400, String.valueOf(e.getMessage()));
            }
        }
        return Bodies.text(json, "fixtures")
                .flatMap(name -> sites.of(name, settings))
                .orElseThrow(() -> new ControlException(400, "The shipped sets are empty, minimal and demo."));
    }

    private Reply remove(Call call, Sandbox unused) {
        String name = call.variable("name");
        if (name.equals(Sandboxes.DEFAULT)) {
            throw new ControlException(409, "The default sandbox stays; reset it instead.");
        }
        if (!sandboxes.remove(name)) {
            throw new ControlException(404, "There is no sandbox '" + name + "'.");
        }
        return Reply.empty(204);
    }

    private Sandbox find(String name) {
        return sandboxes.find(name).orElseThrow(() -> new ControlException(404, "There is no sandbox '" + name + "'."));
    }

    private static Map<String, Object> json(Sandbox sandbox, Call call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", sandbox.name());
        json.put("baseUrl", call.origin());
        json.put("apiUrl", call.origin() + "/rest/align/api/2");
        json.put("tokens", sandbox.state().tokens().byName());
        json.put("created", sandbox.created().toString());
        sandbox.identity()
                .timeToLive()
                .ifPresent(
                        life -> json.put("expires", sandbox.created().plus(life).toString()));
        return json;
    }
}
