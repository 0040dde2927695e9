package io.alignemulator.control;

import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.SnapshotInfo;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Snapshots.Snapshot;
import io.alignemulator.wording.Reason;
import java.util.List;
import java.util.regex.Pattern;

/** Routes about the state of a site as a whole: reset and snapshots. */
final class StateRoutes {

    private static final int MOST = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.post("/reset", "Brings everything back to the beginning.")
                        .by((call, sandbox) -> {
                            sandbox.reset();
                            return Response.empty(204);
                        }),
                ControlRoute.get("/snapshots", "The snapshots by name.")
                        .answersEach(SnapshotInfo.class)
                        .by((call, sandbox) -> Answers.json(
                                200,
                                sandbox.snapshots().all().stream()
                                        .map(StateRoutes::info)
                                        .toList())),
                ControlRoute.get("/snapshots/{name}", "One snapshot.")
                        .answers(SnapshotInfo.class)
                        .by((call, sandbox) -> Answers.json(200, info(snapshot(call, sandbox)))),
                ControlRoute.put("/snapshots/{name}", "Keeps records, tokens and settings under a name.")
                        .answers(SnapshotInfo.class)
                        .creates()
                        .conflicts("There are as many snapshots as a sandbox may have.")
                        .by(StateRoutes::keep),
                ControlRoute.post(
                                "/snapshots/{name}/restore",
                                "Brings back what was kept; journal, clock and faults stay.")
                        .by((call, sandbox) -> {
                            sandbox.restore(snapshot(call, sandbox).content());
                            return Response.empty(204);
                        }),
                ControlRoute.delete("/snapshots/{name}", "Forgets a snapshot.").by((call, sandbox) -> {
                    if (!sandbox.forget(call.variable("name"))) {
                        throw unknown(call);
                    }
                    return Response.empty(204);
                }));
    }

    private static Response keep(Call call, Sandbox sandbox) {
        String name = call.variable("name");
        if (!NAME.matcher(name).matches()) {
            throw ControlCallException.refusing(Mistake.at(
                    "name", name, Reason.not("a name of letters, digits, dots, hyphens and underscores, 100 at most")));
        }
        if (sandbox.snapshots().all().size() >= MOST
                && sandbox.snapshots().get(name).isEmpty()) {
            throw new ControlCallException(409, "There are " + MOST + " snapshots already; forget some.");
        }
        return Answers.json(201, info(sandbox.keep(name)));
    }

    private static Snapshot snapshot(Call call, Sandbox sandbox) {
        return sandbox.snapshots().get(call.variable("name")).orElseThrow(() -> unknown(call));
    }

    private static ControlCallException unknown(Call call) {
        return new ControlCallException(404, "There is no snapshot '" + call.variable("name") + "'.");
    }

    private static SnapshotInfo info(Snapshot snapshot) {
        return new SnapshotInfo(
                snapshot.name(), snapshot.taken(), snapshot.content().world().written());
    }
}
