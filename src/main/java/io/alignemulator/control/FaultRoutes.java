package io.alignemulator.control;

import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.sandbox.faults.Fault;
import io.alignemulator.sandbox.faults.FaultException;
import io.alignemulator.sandbox.faults.FaultSite;
import io.alignemulator.sandbox.faults.Faults;
import java.util.List;

/** Routes about what goes wrong on purpose. */
final class FaultRoutes {

    private final Endpoints endpoints;

    FaultRoutes(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    List<Route> all() {
        return List.of(
                new Route(
                        "GET",
                        "/faults",
                        "The faults with how often each matched and acted.",
                        (call, sandbox) -> Answers.json(
                                200,
                                sandbox.faults().list().stream()
                                        .map(Faults.Entry::json)
                                        .toList())),
                new Route(
                        "POST",
                        "/faults",
                        "Adds a fault: {\"match\": {\"verb\", \"path\", \"persona\", \"nth\", ...}, \"effect\": {\"type\", ...}}.",
                        this::add),
                new Route("DELETE", "/faults", "Removes all faults.", (call, sandbox) -> {
                    sandbox.faults().clear();
                    return Response.empty(204);
                }),
                new Route(
                        "GET",
                        "/faults/{id}",
                        "One fault.",
                        (call, sandbox) ->
                                Answers.json(200, entry(call, sandbox).json())),
                new Route(
                        "DELETE",
                        "/faults/{id}",
                        "Removes a fault, and what it ended begins again.",
                        (call, sandbox) -> {
                            sandbox.faults().remove(entry(call, sandbox).id());
                            return Response.empty(204);
                        }));
    }

    private Response add(Call call, Sandbox sandbox) {
        try {
            SiteState state = sandbox.state();
            FaultSite site = FaultSite.of(endpoints, state.tokens(), state.world(), state.settings());
            return Answers.json(
                    201, sandbox.faults().add(Fault.read(call.json(), site)).json());
        } catch (FaultException e) {
            throw new ControlException(400, String.valueOf(e.getMessage()));
        }
    }

    private static Faults.Entry entry(Call call, Sandbox sandbox) {
        String id = call.variable("id");
        return sandbox.faults().list().stream()
                .filter(each -> Long.toString(each.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new ControlException(404, "There is no fault " + id + "."));
    }
}
