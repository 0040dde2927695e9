package io.alignemulator.control;

import io.alignemulator.control.bind.Binder;
import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.faults.FaultInfo;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.sandbox.faults.FaultException;
import io.alignemulator.sandbox.faults.FaultSite;
import io.alignemulator.sandbox.faults.PreparedFault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Routes about what goes wrong on purpose. */
final class FaultRoutes {

    private final Endpoints endpoints;

    FaultRoutes(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.get("/faults", "The faults with how often each matched and acted.")
                        .answersEach(FaultInfo.class)
                        .by((call, sandbox) ->
                                Answers.json(200, sandbox.faults().list())),
                ControlRoute.post(
                                "/faults",
                                "Adds a fault behind the others; of those that choose a call the first one acts.")
                        .body(
                                Fault.class,
                                "{\"match\": {\"method\": \"PATCH\", \"path\": \"/epics/*\", \"nth\": 2},"
                                        + " \"effect\": {\"type\": \"status\", \"code\": 503}}")
                        .answers(FaultInfo.class)
                        .creates()
                        .by(this::add),
                ControlRoute.delete("/faults", "Removes all faults.").by((call, sandbox) -> {
                    sandbox.faults().clear();
                    return Response.empty(204);
                }),
                ControlRoute.get("/faults/{id}", "One fault.")
                        .answers(FaultInfo.class)
                        .by((call, sandbox) -> Answers.json(200, info(call, sandbox))),
                ControlRoute.delete("/faults/{id}", "Removes a fault, and what it ended begins again.")
                        .by((call, sandbox) -> {
                            sandbox.faults().remove(info(call, sandbox).id());
                            return Response.empty(204);
                        }));
    }

    private Response add(Call call, Sandbox sandbox) {
        SiteState state = sandbox.state();
        FaultSite site = FaultSite.of(endpoints, state.tokens(), state.world(), state.settings());
        return Answers.json(201, sandbox.faults().add(read(Binder.tree(call.body()), site)));
    }

    /**
     * Reads a fault.
     *
     * @throws FaultException with everything that is wrong, with its form and with what it is about
     */
    static PreparedFault read(JsonNode json, FaultSite site) {
        Binder.Bound<Fault> bound = Binder.read(json, Fault.class);
        if (bound.mistakes().isEmpty() && bound.value().isPresent()) {
            return PreparedFault.of(bound.value().get(), site);
        }
        List<Mistake> mistakes = new ArrayList<>(bound.mistakes());
        Binder.read(json.path("match"), CallMatcher.class)
                .value()
                .ifPresent(match -> mistakes.addAll(PreparedFault.mistakes(match, site)));
        throw new FaultException(mistakes);
    }

    private static FaultInfo info(Call call, Sandbox sandbox) {
        String id = call.variable("id");
        return sandbox.faults().list().stream()
                .filter(each -> Long.toString(each.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new ControlCallException(404, "There is no fault " + id + "."));
    }
}
