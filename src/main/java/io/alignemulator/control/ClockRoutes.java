package io.alignemulator.control;

import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Routes about the time of a site. */
final class ClockRoutes {

    private static final Set<String> KEYS = Set.of("advance", "set", "frozen");

    List<Route> all() {
        return List.of(
                new Route("GET", "/clock", "The time of the site.", (call, sandbox) -> time(sandbox.clock())),
                new Route(
                        "PUT",
                        "/clock",
                        "Moves the time: {\"advance\": \"PT61S\"} or {\"set\": \"2026-01-05T09:00:00Z\"}, and {\"frozen\": true|false}.",
                        ClockRoutes::turn));
    }

    private static Response turn(Call call, Sandbox sandbox) {
        JsonNode json = call.json();
        Bodies.onlyKeys(json, KEYS);
        if (json.isEmpty() || (json.has("advance") && json.has("set"))) {
            throw new ControlException(400, "Give one of advance and set, or frozen.");
        }
        Optional<Duration> advance = Bodies.text(json, "advance").map(text -> Call.duration("advance", text));
        Optional<Instant> set = Bodies.text(json, "set").map(text -> Call.instant("set", text));
        Optional<Boolean> freeze = Bodies.flag(json, "frozen");
        Clock clock = sandbox.clock();
        try {
            advance.ifPresent(clock::advance);
            set.ifPresent(clock::set);
        } catch (IllegalArgumentException e) {
            throw new ControlException(400, String.valueOf(e.getMessage()) + ".");
        }
        freeze.ifPresent(frozen -> {
            if (frozen) {
                clock.freeze();
            } else {
                clock.resume();
            }
        });
        sandbox.clockTurned();
        return time(clock);
    }

    private static Response time(Clock clock) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("now", clock.now().toString());
        json.put("frozen", clock.frozen());
        return Answers.json(200, json);
    }
}
