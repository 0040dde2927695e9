package io.alignemulator.control;

import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.RateLimitChange;
import io.alignemulator.protocol.RateLimitState;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.RateLimit;
import io.alignemulator.sandbox.RateLimiter;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.settings.AddressRanges;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.wording.Reason;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Routes about the rate limit of a site: what it remembers of each address, and what a test wants it to think. */
final class LimitRoutes {

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.get("/rate-limit", "The limit and what is remembered of each address.")
                        .answers(RateLimitState.class)
                        .by((call, sandbox) -> state(sandbox.limiter())),
                ControlRoute.put("/rate-limit", "Sets other numbers, blocks an address now, or forgets one.")
                        .body(RateLimitChange.class, "{\"limit\": \"10/60:60\"}")
                        .answers(RateLimitState.class)
                        .conflicts("There is no limit to block by.")
                        .by(LimitRoutes::change),
                ControlRoute.delete("/rate-limit", "Forgets all calls and blocks.")
                        .by((call, sandbox) -> {
                            sandbox.forgetCalls();
                            return Response.empty(204);
                        }));
    }

    private static Response change(Call call, Sandbox sandbox) {
        RateLimitChange change = call.body(RateLimitChange.class);
        Optional<String> block = change.block().map(text -> address("block", text));
        Optional<String> unblock = change.unblock().map(text -> address("unblock", text));
        boolean willLimit = change.limit()
                .map(LimitRoutes::limit)
                .orElse(sandbox.limiter().limit())
                .isPresent();
        if (block.isPresent() && !willLimit) {
            throw new ControlCallException(409, "There is no limit to block by.");
        }
        change.limit().ifPresent(text -> sandbox.settings(settings -> settings.with(Settings.RATE_LIMIT, text)));
        block.ifPresent(sandbox.limiter()::block);
        unblock.ifPresent(sandbox.limiter()::forget);
        return state(sandbox.limiter());
    }

    private static Optional<RateLimit> limit(String written) {
        try {
            return RateLimit.parse(written);
        } catch (SettingException e) {
            throw ControlCallException.refusing(
                    Mistake.at("limit", written, e.refusal().orElseThrow()));
        }
    }

    private static String address(String key, String written) {
        return AddressRanges.address(written.strip())
                .map(InetAddress::getHostAddress)
                .orElseThrow(() -> ControlCallException.refusing(
                        Mistake.at(key, written, Reason.not("an address such as 127.0.0.1 or ::1; a name is none"))));
    }

    private static Response state(RateLimiter limiter) {
        return Answers.json(
                200,
                new RateLimitState(
                        limiter.limit().map(LimitRoutes::written).orElse("off"),
                        limiter.states().stream()
                                .map(each -> new RateLimitState.Address(
                                        each.address(),
                                        each.calls(),
                                        !each.blocked().isZero(),
                                        each.blocked()))
                                .toList()));
    }

    private static String written(RateLimit limit) {
        return limit.calls() + "/" + limit.window().toSeconds() + ":"
                + limit.block().toSeconds();
    }
}
