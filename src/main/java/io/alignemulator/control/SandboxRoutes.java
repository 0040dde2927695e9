package io.alignemulator.control;

import io.alignemulator.resource.address.Addresses;
import io.alignemulator.access.TokenText;
import io.alignemulator.resource.call.Response;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Routes about the server: whether it is ready, and its sandboxes. */
final class SandboxRoutes {

    /** What a host name's label may be, for the name is one. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Sandboxes sandboxes;
    private final BaselineReader beginnings;

    SandboxRoutes(Sandboxes sandboxes, BaselineReader beginnings) {
        this.sandboxes = sandboxes;
        this.beginnings = beginnings;
    }

    List<Route> all() {
        return List.of(
                new Route(
                        "GET",
                        "/health",
                        "Whether the server is ready.",
                        (call, sandbox) ->
                                Response.json(200, "{\"status\":\"ready\"}".getBytes(StandardCharsets.UTF_8))),
                new Route(
                        "GET",
                        "/fidelity",
                        "What is known about each rule of the real site, and how.",
                        (call, sandbox) -> Response.json(200, RuleBook.json())),
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
                        "Makes a sandbox: {\"name\", \"fixtures\": \"demo\" or {\"Epics\": [...], ...}, or \"from\": \"<sandbox>\" with \"snapshot\", \"seed\": {\"Epics\": [...]} besides, \"faults\": [...], \"timeToLive\": \"PT10M\", \"clock\": a time to stand still at, and any setting}; all may be left out.",
                        this::create),
                new Route(
                        "GET",
                        "/sandboxes/{name}",
                        "One sandbox, with its tokens.",
                        (call, sandbox) -> Answers.json(200, json(find(call.variable("name")), call))),
                new Route("DELETE", "/sandboxes/{name}", "Ends a sandbox.", this::remove));
    }

    private Response create(Call call, Sandbox unused) {
        JsonNode json = call.json();
        Baseline beginning = beginnings.read(
                json, BaselineReader.clock(json), () -> sandboxes.main().seed(), this::find);
        String name = Bodies.text(json, "name").orElseGet(() -> "sandbox-" + TokenText.newKey());
        if (!NAME.matcher(name).matches()) {
            throw new ControlException(400, "A name consists of lower-case letters, digits and hyphens, 63 at most.");
        }
        Optional<Duration> timeToLive = Bodies.text(json, "timeToLive").map(text -> Call.duration("timeToLive", text));
        Sandbox made = sandboxes
                .create(name, beginning, timeToLive)
                .orElseThrow(() -> new ControlException(409, "There is a sandbox '" + name + "' already."));
        return Answers.json(201, json(made, call)).with("Location", Control.BASE + "/sandboxes/" + name);
    }

    private Response remove(Call call, Sandbox unused) {
        String name = call.variable("name");
        if (name.equals(Sandboxes.DEFAULT)) {
            throw new ControlException(409, "The default sandbox stays; reset it instead.");
        }
        if (!sandboxes.remove(name)) {
            throw new ControlException(404, "There is no sandbox '" + name + "'.");
        }
        return Response.empty(204);
    }

    private Sandbox find(String name) {
        return sandboxes.find(name).orElseThrow(() -> new ControlException(404, "There is no sandbox '" + name + "'."));
    }

    private static Map<String, Object> json(Sandbox sandbox, Call call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", sandbox.name());
        json.put("baseUrl", call.origin());
        json.put("apiUrl", call.origin() + Addresses.BASE);
        json.put("tokens", sandbox.state().tokens().byName());
        json.put("created", sandbox.created().toString());
        sandbox.identity()
                .timeToLive()
                .ifPresent(
                        life -> json.put("expires", sandbox.created().plus(life).toString()));
        return json;
    }
}
