package io.alignemulator.control;

import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Snapshots.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Routes about the state of a site as a whole: reset and snapshots. */
final class StateRoutes {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    List<Route> all() {
        return List.of(
                new Route("POST", "/reset", "Brings everything back to the beginning.", (call, sandbox) -> {
                    sandbox.reset();
                    return Response.empty(204);
                }),
                new Route(
                        "GET",
                        "/snapshots",
                        "The snapshots by name.",
                        (call, sandbox) -> Answers.json(
                                200,
                                sandbox.snapshots().all().stream()
                                        .map(StateRoutes::json)
                                        .toList())),
                new Route(
                        "GET",
                        "/snapshots/{name}",
                        "One snapshot.",
                        (call, sandbox) -> Answers.json(200, json(snapshot(call, sandbox)))),
                new Route(
                        "PUT",
                        "/snapshots/{name}",
                        "Keeps records, tokens and settings under a name.",
                        StateRoutes::keep),
                new Route(
                        "POST",
                        "/snapshots/{name}/restore",
                        "Brings back what was kept; journal, clock and faults stay.",
                        (call, sandbox) -> {
                            sandbox.restore(snapshot(call, sandbox).content());
                            return Response.empty(204);
                        }),
                new Route("DELETE", "/snapshots/{name}", "Forgets a snapshot.", (call, sandbox) -> {
                    if (!sandbox.forget(call.variable("name"))) {
                        throw unknown(call);
                    }
                    return Response.empty(204);
                }));
    }

    private static Response keep(Call call, Sandbox sandbox) {
        String name = call.variable("name");
        if (!NAME.matcher(name).matches()) {
            throw new ControlException(400, "A name consists of letters, digits, dots, hyphens and underscores.");
        }
        return Answers.json(
                201, json(sandbox.keep(name)));
    }

    private static Snapshot snapshot(Call call, Sandbox sandbox) {
        return sandbox.snapshots().get(call.variable("name")).orElseThrow(() -> unknown(call));
    }

    private static ControlException unknown(Call call) {
        return new ControlException(404, "There is no snapshot '" + call.variable("name") + "'.");
    }

    private static Map<String, Object> json(Snapshot snapshot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", snapshot.name());
        json.put("taken", snapshot.taken().toString());
        json.put("changes", snapshot.content().world().written());
        return json;
    }
}
