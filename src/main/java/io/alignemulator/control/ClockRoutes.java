package io.alignemulator.control;

import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.ClockChange;
import io.alignemulator.protocol.ClockState;
import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox;
import java.util.List;

/** Routes about the time of a site. */
final class ClockRoutes {

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.get("/clock", "The time of the site.")
                        .answers(ClockState.class)
                        .by((call, sandbox) -> time(sandbox.clock())),
                ControlRoute.put("/clock", "Moves the time, stops it or lets it run.")
                        .body(ClockChange.class, "{\"advance\": \"PT61S\"}")
                        .answers(ClockState.class)
                        .by(ClockRoutes::turn));
    }

    private static Response turn(Call call, Sandbox sandbox) {
        ClockChange change = call.body(ClockChange.class);
        Clock clock = sandbox.clock();
        boolean stops = change.frozen().orElse(false);
        try {
            change.advance().ifPresent(clock::advance);
            change.set().ifPresent(stops ? clock::freezeAt : clock::set);
        } catch (InvalidValueException e) {
            throw ControlCallException.refusing(e.in(""));
        }
        change.frozen().ifPresent(frozen -> {
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
        return Answers.json(200, new ClockState(clock.now(), clock.frozen()));
    }
}
