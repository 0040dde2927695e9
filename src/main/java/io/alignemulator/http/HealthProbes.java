package io.alignemulator.http;

import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandboxes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What an orchestrator asks, under any host name and with the control API off: whether the process answers, and whether calls should be sent to it. */
final class HealthProbes {

    static final String LIVE = "/healthz";
    static final String READY = "/readyz";

    private final CompletableFuture<Sandboxes> sandboxes = new CompletableFuture<>();

    /** The sites are there. */
    void open(Sandboxes opened) {
        sandboxes.complete(opened);
    }

    /** The answer to a probe; empty for every other call. */
    Optional<Response> answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Optional.empty();
        }
        return switch (request.path()) {
            case LIVE -> Optional.of(Response.text(200, "ok"));
            case READY -> Optional.of(ready());
            default -> Optional.empty();
        };
    }

    private Response ready() {
        if (!sandboxes.isDone()) {
            return Response.text(503, "not ready: the sites are being read");
        }
        return sandboxes
                .join()
                .trouble()
                .map(reason -> Response.text(503, "not ready: " + reason))
                .orElseGet(() -> Response.text(200, "ok"));
    }
}
