package io.alignemulator.control;

import io.alignemulator.fixtures.ChangeReport;
import io.alignemulator.fixtures.FixtureException;
import io.alignemulator.fixtures.FixtureImport;
import io.alignemulator.fixtures.FixtureSet;
import io.alignemulator.fixtures.FixtureWriter;
import io.alignemulator.fixtures.Site;
import io.alignemulator.resource.Reply;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandbox.State;
import io.alignemulator.sandbox.Snapshots.Snapshot;
import io.alignemulator.world.Change;
import io.alignemulator.world.Integrity;
import io.alignemulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Routes about the state of a site: reset and snapshots; what it holds, and what of it is new. */
final class StateRoutes {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    List<Route> all() {
        return List.of(
                new Route("POST", "/reset", "Brings everything back to the beginning.", (call, sandbox) -> {
                    sandbox.reset();
                    return Reply.empty(204);
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
                            sandbox.restore(snapshot(call, sandbox).state());
                            return Reply.empty(204);
                        }),
                new Route("DELETE", "/snapshots/{name}", "Forgets a snapshot.", (call, sandbox) -> {
                    if (!sandbox.snapshots().remove(call.variable("name"))) {
                        throw unknown(call);
                    }
                    return Reply.empty(204);
                }));
    }

    /** What the site holds, and what of it is new. */
    List<Route> records() {
        return List.of(
                new Route(
                        "GET",
                        "/changes",
                        "What differs from the beginning, per record and field; format=text reads well, since=<snapshot> compares with a snapshot.",
                        StateRoutes::changes),
                new Route(
                        "GET",
                        "/export",
                        "The site as fixtures in one document, which make an identical one.",
                        (call, sandbox) -> Reply.json(
                                200,
                                FixtureWriter.document(
                                        sandbox.state().world(),
                                        sandbox.state().tokens().all()))),
                new Route(
                        "POST",
                        "/import",
                        "Brings fixtures in: {\"mode\": \"merge\"|\"replace\", \"fixtures\": {\"Epics\": [...], ...}}; all or nothing.",
                        StateRoutes::bring),
                new Route("GET", "/integrity", "What must not be in a site, which is nothing.", (call, sandbox) -> {
                    List<Integrity.Finding> findings =
                            Integrity.check(sandbox.state().world());
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("whole", findings.isEmpty());
                    json.put("findings", findings);
                    return Answers.json(200, json);
                }));
    }

    private static Reply changes(Call call, Sandbox sandbox) {
        World world = sandbox.state().world();
        List<Change> changes = call.parameter("since")
                .map(name -> sandbox.snapshots()
                        .get(name)
                        .map(kept ->
                                world.asChangeOf(kept.state().world().asSeed()).changes())
                        .orElseThrow(() -> new ControlException(404, "There is no snapshot '" + name + "'.")))
                .orElseGet(world::changes);
        return call.wantsText()
                ? Reply.text(200, ChangeReport.text(changes))
                : Answers.json(200, ChangeReport.json(changes));
    }

    private static Reply bring(Call call, Sandbox sandbox) {
        JsonNode json = call.json();
        Bodies.onlyKeys(json, Set.of("mode", "fixtures"));
        String mode = Bodies.text(json, "mode").orElse("merge");
        if (!Set.of("merge", "replace").contains(mode)) {
            throw new ControlException(400, "mode is merge or replace.");
        }
        try {
            FixtureSet set = FixtureSet.of(json.path("fixtures"));
            sandbox.change(state -> {
                Site site = mode.equals("merge")
                        ? FixtureImport.merge(
                                state.world(),
                                state.tokens().all(),
                                set,
                                sandbox.clock().now())
                        : FixtureImport.replace(
                                state.world(), set, sandbox.clock().now());
                return new State(
                        site.world(), state.tokens().with(site.tokens(), mode.equals("merge")), state.settings());
            });
            return Reply.empty(204);
        } catch (FixtureException e) {
            throw new ControlException(400, String.valueOf(e.getMessage()));
        }
    }

    private static Reply keep(Call call, Sandbox sandbox) {
        String name = call.variable("name");
        if (!NAME.matcher(name).matches()) {
            throw new ControlException(400, "A name consists of letters, digits, dots, hyphens and underscores.");
        }
        return Answers.json(
                201, json(sandbox.snapshots().put(name, sandbox.clock().now(), sandbox.state())));
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
        json.put("changes", snapshot.state().world().written());
        return json;
    }
}
