package io.alignemulator.client;

import static io.alignemulator.protocol.calls.Method.DELETE;
import static io.alignemulator.protocol.calls.Method.GET;
import static io.alignemulator.protocol.calls.Method.PATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.protocol.faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the control API can do, the client can do: a route without a line here fails the test. */
class EveryRouteTest {

    private static final Fault FAULT = Fault.status(503).on(PATCH, "/epics/*");

    /** What a client calls for a route, below a sandbox or the server. */
    private static Map<String, Runnable> calls(JiraAlignEmulator align) {
        Emulator server = align.server();
        Sandbox sandbox = align.sandbox();
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("get /health", () -> assertTrue(server.isReady()));
        calls.put("get /openapi.json", server::openapi);
        calls.put("get /fidelity", () -> assertTrue(server.fidelity().toString().contains("RATE-01")));
        calls.put("post /sandboxes", () -> server.newSandbox(new Sandbox.Options().name("one")));
        calls.put("get /sandboxes", server::sandboxes);
        calls.put("get /sandboxes/{name}", () -> server.sandbox("one").tokens());
        calls.put("delete /sandboxes/{name}", () -> server.sandbox("one").close());
        calls.put("delete /sandboxes", () -> server.endSandboxes("build", "42"));
        calls.put("get /tokens", () -> sandbox.persona("super-admin"));
        calls.put("post /tokens", () -> sandbox.newToken(4));
        calls.put("get /access", () -> sandbox.access(4, GET, "/users"));
        calls.put(
                "get /conformance",
                () -> assertEquals(
                        "The client made no call", sandbox.requests().verdicts().unjudged()));
        calls.put("get /fidelity/relied-on", () -> assertEquals(List.of(), sandbox.reliedOn()));
        calls.put("get /clock", () -> sandbox.clock().now());
        calls.put("put /clock", () -> sandbox.clock().advance(Duration.ofSeconds(61)));
        calls.put("get /rate-limit", () -> sandbox.rateLimit().limit());
        calls.put("put /rate-limit", () -> sandbox.rateLimit().set("10/60:60"));
        calls.put("delete /rate-limit", () -> sandbox.rateLimit().reset());
        calls.put("get /settings", sandbox::settings);
        calls.put("put /settings", () -> sandbox.set("page-cap", 3));
        calls.put("delete /settings", sandbox::resetSettings);
        calls.put("get /faults", () -> sandbox.faults().all());
        calls.put("post /faults", () -> assertEquals(1, sandbox.faults().add(FAULT)));
        calls.put("get /faults/{id}", () -> sandbox.faults().get(1));
        calls.put("delete /faults/{id}", () -> sandbox.faults().remove(1));
        calls.put("delete /faults", () -> sandbox.faults().clear());
        calls.put("get /requests", () -> sandbox.requests().all());
        calls.put("post /requests/verify", () -> sandbox.requests()
                .verify(Calls.to(DELETE, "/epics").times(0)));
        calls.put("get /requests/har", () -> sandbox.requests().har());
        calls.put(
                "get /requests/stream",
                () -> sandbox.requests().follow(exchange -> {}).close());
        calls.put("get /requests/{number}", () -> {
            HttpCalls.get(sandbox, sandbox.persona("super-admin"), "/regions/1");
            sandbox.requests().get(1);
        });
        calls.put("delete /requests", () -> sandbox.requests().clear());
        calls.put("get /snapshots", () -> sandbox.snapshots().all());
        calls.put("put /snapshots/{name}", () -> sandbox.snapshots().put("a"));
        calls.put("get /snapshots/{name}", () -> sandbox.snapshots().get("a"));
        calls.put("post /snapshots/{name}/restore", () -> sandbox.snapshots().restore("a"));
        calls.put("get /changes", () -> sandbox.world().changesSince("a"));
        calls.put("delete /snapshots/{name}", () -> sandbox.snapshots().delete("a"));
        calls.put("get /records/{collection}", () -> sandbox.world().all("Regions"));
        calls.put("get /records/{collection}/{id}", () -> sandbox.world().get("Regions", 1));
        calls.put("get /export", () -> sandbox.world().export());
        calls.put("post /import", () -> sandbox.seed("Regions", Map.of("name", "South")));
        calls.put("get /integrity", () -> sandbox.world().integrity());
        calls.put("post /reset", sandbox::reset);
        return calls;
    }

    @Test
    void theClientHasACallForEveryRoute() {
        try (JiraAlignEmulator align = JiraAlignEmulator.builder()
                .fixtures("minimal")
                .clock(Instant.EPOCH)
                .start()) {
            Map<String, Runnable> calls = calls(align);
            assertEquals(routes(align), new TreeSet<>(calls.keySet()));
            calls.values().forEach(Runnable::run);
        }
    }

    private static Set<String> routes(JiraAlignEmulator align) {
        Set<String> routes = new TreeSet<>();
        ((Map<?, ?>) JsonMapper.shared()
                        .readValue(align.server().openapi(), Map.class)
                        .get("paths"))
                .forEach((path, item) -> {
                    for (Object method : ((Map<?, ?>) item).keySet()) {
                        if (!String.valueOf(path).startsWith("/sandboxes/{sandbox}/")) {
                            routes.add(method + " " + path);
                        }
                    }
                });
        return routes;
    }
}
