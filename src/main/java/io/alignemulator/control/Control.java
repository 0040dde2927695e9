package io.alignemulator.control;

import io.alignemulator.resource.Addresses;
import io.alignemulator.resource.Refusal;
import io.alignemulator.resource.Reply;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The control API as a table: method, path, what happens. Not counted by the rate limit and free of credentials. */
public final class Control {

    /** Where the control API begins. */
    public static final String BASE = "/_emulator";

    private final List<Route> routes;
    private final Sandbox sandbox;

    public Control(Sandbox sandbox, Addresses addresses, Settings settings) {
        this.sandbox = sandbox;
        this.routes = Stream.of(StateRoutes.all(), new AccessRoutes(addresses, settings).all())
                .flatMap(List::stream)
                .toList();
    }

    /** Answers a call; {@link Refusal} when there is no such address. */
    public Reply answer(Call call) {
        List<Route> there = routes.stream()
                .filter(route -> route.match(call.path()).isPresent())
                .toList();
        if (there.isEmpty()) {
            throw Refusal.noRoute();
        }
        Optional<Route> route = there.stream()
                .filter(each -> each.method().equals(call.method()))
                .findFirst();
        if (route.isEmpty()) {
            throw Refusal.wrongVerb(
                    String.join(", ", there.stream().map(Route::method).toList()));
        }
        return answer(route.get(), call);
    }

    private Reply answer(Route route, Call call) {
        try {
            Map<String, String> variables = route.match(call.path()).orElseThrow();
            return route.handler().answer(call.with(variables), sandbox);
        } catch (ControlException e) {
            return Answers.json(e.status(), Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    /** Routes about the state of a site. */
    private static final class StateRoutes {

        static List<Route> all() {
            return List.of(
                    new Route(
                            "GET",
                            "/health",
                            "Whether the server is ready.",
                            (call, sandbox) ->
                                    Reply.json(200, "{\"status\":\"ready\"}".getBytes(StandardCharsets.UTF_8))),
                    new Route("POST", "/reset", "Brings back what the fixtures describe.", (call, sandbox) -> {
                        sandbox.reset();
                        return Reply.empty(204);
                    }));
        }
    }
}
