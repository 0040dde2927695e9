package io.alignemulator.control;

import io.alignemulator.access.TokenText;
import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.LabelQuery;
import io.alignemulator.protocol.NameQuery;
import io.alignemulator.protocol.SandboxInfo;
import io.alignemulator.protocol.SandboxRequest;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.Response;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.wording.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Routes about the server: whether it is ready, and its sandboxes. */
final class SandboxRoutes {

    /** What a host name's label may be, for the name is one. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Sandboxes sandboxes;
    private final BaselineReader beginnings;
    private final Failures failures;

    SandboxRoutes(Sandboxes sandboxes, BaselineReader beginnings, Failures failures) {
        this.sandboxes = sandboxes;
        this.failures = failures;
        this.beginnings = beginnings;
    }

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.get("/health", "Whether the server is ready.")
                        .answersAs("application/json")
                        .by((call, sandbox) -> health()),
                ControlRoute.get("/fidelity", "What is known about each rule of the real site, and how.")
                        .answersAs("application/json")
                        .by((call, sandbox) -> Response.json(200, RuleBook.json())),
                ControlRoute.get("/sandboxes", "All sandboxes.")
                        .query(LabelQuery.class)
                        .answersEach(SandboxInfo.class)
                        .by((call, sandbox) -> Answers.json(
                                200,
                                sandboxes.all().stream()
                                        .filter(each -> call.query(LabelQuery.class)
                                                .takes(each.identity().labels()))
                                        .map(each -> info(each, call))
                                        .toList())),
                ControlRoute.post("/sandboxes", "Makes a sandbox, a site of its own.")
                        .query(NameQuery.class)
                        .body(SandboxRequest.class, "{\"fixtures\": \"minimal\", \"pageCap\": 5}")
                        .answers(SandboxInfo.class)
                        .creates()
                        .conflicts("There is a sandbox of that name already, or there are as many as there may be.")
                        .by(this::create),
                ControlRoute.get("/sandboxes/{name}", "One sandbox, with its tokens.")
                        .answers(SandboxInfo.class)
                        .by((call, sandbox) -> Answers.json(200, info(find(call.variable("name")), call))),
                ControlRoute.delete("/sandboxes", "Ends the sandboxes that have a label.")
                        .query(LabelQuery.class)
                        .by(this::removeLabelled),
                ControlRoute.delete("/sandboxes/{name}", "Ends a sandbox.")
                        .conflicts("The default sandbox stays.")
                        .by(this::remove));
    }

    /** Ready while what is written can be saved; a call that failed is told, for one defect does not stop a server. */
    private Response health() {
        Map<String, Object> health = new LinkedHashMap<>();
        Optional<String> trouble = sandboxes.trouble();
        health.put("status", trouble.isEmpty() ? "ready" : "failed");
        trouble.ifPresent(reason -> health.put("reason", reason));
        health.put("failedCalls", failures.count());
        return Answers.json(trouble.isEmpty() ? 200 : 503, health);
    }

    private Response create(Call call, Sandbox unused) {
        SandboxRequest request = call.body(SandboxRequest.class);
        Baseline beginning = beginnings.read(
                request, BaselineReader.clock(request), () -> sandboxes.main().seed(), this::find);
        String name = name(request.name(), call.query(NameQuery.class).name());
        Sandbox made = made(name, beginning, request);
        return Answers.json(201, info(made, call)).with("Location", Control.BASE + "/sandboxes/" + name);
    }

    /** What the body says, or the query, which is all that a proxy sees; where both do, they have to agree, since the proxy has chosen by one of them. */
    private static String name(Optional<String> inBody, Optional<String> inQuery) {
        if (inBody.isPresent() && inQuery.isPresent() && !inBody.equals(inQuery)) {
            throw ControlCallException.refusing(
                    Mistake.at(
                            "name",
                            inBody.get(),
                            Reason.notTaken(
                                    "beside ?name=" + inQuery.get(),
                                    "give the name in the query alone, which is all that a proxy that places sandboxes reads")));
        }
        String name = inQuery.or(() -> inBody).orElseGet(() -> "sandbox-" + TokenText.newKey(""));
        if (!NAME.matcher(name).matches()) {
            throw ControlCallException.refusing(Mistake.at(
                    "name", name, Reason.not("a name of lower-case letters, digits and hyphens, 63 at most")));
        }
        return name;
    }

    private Sandbox made(String name, Baseline beginning, SandboxRequest request) {
        try {
            return sandboxes
                    .create(name, beginning, request.timeToLive(), request.labels())
                    .orElseThrow(() -> new ControlCallException(409, "There is a sandbox '" + name + "' already."));
        } catch (Sandboxes.TooManySandboxes e) {
            throw new ControlCallException(409, String.valueOf(e.getMessage()));
        }
    }

    private Response removeLabelled(Call call, Sandbox unused) {
        LabelQuery query = call.query(LabelQuery.class);
        if (query.label().isEmpty()) {
            throw ControlCallException.refusing(new Mistake("/label", "", Reason.not("a label such as build=42")));
        }
        sandboxes.all().stream()
                .filter(each -> query.takes(each.identity().labels()))
                .forEach(each -> sandboxes.remove(each.name()));
        return Response.empty(204);
    }

    private Response remove(Call call, Sandbox unused) {
        String name = call.variable("name");
        if (name.equals(Sandboxes.DEFAULT)) {
            throw new ControlCallException(409, "The default sandbox stays; reset it instead.");
        }
        if (!sandboxes.remove(name)) {
            throw new ControlCallException(404, "There is no sandbox '" + name + "'.");
        }
        return Response.empty(204);
    }

    private Sandbox find(String name) {
        return Control.sandbox(sandboxes, name);
    }

    private static SandboxInfo info(Sandbox sandbox, Call call) {
        return new SandboxInfo(
                sandbox.name(),
                call.origin(),
                call.origin() + Addresses.BASE,
                sandbox.state().tokens().byName(),
                sandbox.created(),
                sandbox.expires(),
                sandbox.lastUsed(),
                sandbox.identity().labels());
    }
}
