package io.alignemulator.control;

import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.RateLimit;
import io.alignemulator.sandbox.RateLimiter;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Routes about the rate limit of a site: what it remembers of each address, and what a test wants it to think. */
final class LimitRoutes {

    private static final Set<String> KEYS = Set.of("limit", "block", "unblock");

    List<Route> all() {
        return List.of(
                new Route(
                        "GET",
                        "/rate-limit",
                        "The limit and what is remembered of each address.",
                        (call, sandbox) -> state(sandbox.limiter())),
                new Route(
                        "PUT",
                        "/rate-limit",
                        "{\"limit\": \"10/60:60\"|\"off\"} sets numbers (calls/seconds:block), {\"block\": \"127.0.0.1\"} blocks an address now, {\"unblock\": \"127.0.0.1\"} forgets it.",
                        LimitRoutes::change),
                new Route("DELETE", "/rate-limit", "Forgets all calls and blocks.", (call, sandbox) -> {
                    sandbox.forgetCalls();
                    return Response.empty(204);
                }));
    }

    private static Response change(Call call, Sandbox sandbox) {
        JsonNode json = call.json();
        Bodies.onlyKeys(json, KEYS);
        Optional<String> limit = Bodies.text(json, "limit");
        Optional<String> block = Bodies.text(json, "block");
        Optional<String> unblock = Bodies.text(json, "unblock");
        try {
            limit.ifPresent(RateLimit::parse);
        } catch (IllegalArgumentException e) {
            throw new ControlException(400, String.valueOf(e.getMessage()));
        }
        boolean willLimit = limit.map(text -> !text.equals("off"))
                .orElse(sandbox.limiter().limit().isPresent());
        if (block.isPresent() && !willLimit) {
            throw new ControlException(409, "There is no limit to block by.");
        }
        limit.ifPresent(text -> sandbox.settings(settings -> settings.with(Settings.RATE_LIMIT, text)));
        block.ifPresent(sandbox.limiter()::block);
        unblock.ifPresent(sandbox.limiter()::forget);
        return state(sandbox.limiter());
    }

    private static Response state(RateLimiter limiter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("limit", limiter.limit().map(LimitRoutes::written).orElse("off"));
        json.put(
                "addresses", limiter.states().stream().map(LimitRoutes::address).toList());
        return Answers.json(200, json);
    }

    private static String written(RateLimit limit) {
        return limit.calls() + "/" + limit.window().toSeconds() + ":"
                + limit.block().toSeconds();
    }

    private static Map<String, Object> address(RateLimiter.AddressState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", state.address());
        json.put("calls", state.calls());
        json.put("blocked", !state.blocked().isZero());
        json.put("blockedFor", state.blocked().toString());
        return json;
    }
}
