package io.alignemulator.control;

import io.alignemulator.resource.Refusal;
import io.alignemulator.resource.Reply;
import io.alignemulator.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** The control API as a table: method, path, what happens. Not counted by the rate limit and free of credentials. */
public final class Control {

    /** Where the control API begins. */
    public static final String BASE = "/_emulator";

    private record Route(String method, String path, Supplier<Reply> action) {}

    private final List<Route> routes;

    public Control(Sandbox sandbox) {
        this.routes = List.of(
                new Route(
                        "GET",
                        "/health",
                        () -> Reply.json(200, "{\"status\":\"ready\"}".getBytes(StandardCharsets.UTF_8))),
                new Route("POST", "/reset", () -> {
                    sandbox.reset();
                    return Reply.empty(204);
                }));
    }

    /** @param path what follows the base */
    public Reply answer(String method, String path) {
        List<Route> there =
                routes.stream().filter(route -> route.path().equals(path)).toList();
        if (there.isEmpty()) {
            throw Refusal.noRoute();
        }
        return there.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> Refusal.wrongVerb(
                        String.join(", ", there.stream().map(Route::method).toList())))
                .action()
                .get();
    }
}
