package io.alignemulator.http;

import io.alignemulator.control.Control;
import io.alignemulator.http.pages.CallFigures;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Effect.ControlCall;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.rules.RuleId;
import io.alignemulator.sandbox.RateLimiter;
import io.alignemulator.sandbox.RateLimiter.Verdict.Blocked;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.sandbox.faults.Effects;
import io.alignemulator.sandbox.faults.FaultCall;
import io.alignemulator.sandbox.faults.Hit;
import io.alignemulator.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A call of the REST API on its way, in one direction: sandbox, rate limit, fault, then {@link Dispatch} with address, credential and verb. Each step may refuse; here is the one
 * place where a refusal becomes an answer.
 */
final class Api {

    /** Ids of the rules that a client should hear of, on answers of any status. */
    private static final String NOTE = "X-Emulator-Note";

    /** Characters of a reason that a header shows; the journal has the rule. */
    private static final int LONGEST_REASON = 1_000;

    private final Sandboxes sandboxes;
    private final Endpoints endpoints;
    private final Dispatch dispatch;
    private final Control control;
    private final AccessLog log;
    private final Waits waits;
    private final CallFigures figures;

    Api(
            Sandboxes sandboxes,
            Endpoints endpoints,
            Dispatch dispatch,
            Control control,
            AccessLog log,
            Waits waits,
            CallFigures figures) {
        this.figures = figures;
        this.log = log;
        this.waits = waits;
        this.control = control;
        this.sandboxes = sandboxes;
        this.endpoints = endpoints;
        this.dispatch = dispatch;
    }

    /** @param path what follows the base */
    OutgoingResponse answer(Request request, String path) {
        Optional<Sandbox> sandbox = sandbox(request);
        return sandbox.isPresent()
                ? answer(sandbox.get(), request, path)
                : OutgoingResponse.normally(Response.text(404, "There is no such sandbox."));
    }

    /** The sandbox that a header names, the host, or the token; the default one when none of them does. */
    private Optional<Sandbox> sandbox(Request request) {
        String named = request.header("X-Align-Sandbox");
        return named.isEmpty()
                ? sandboxes.under(request.header("Host"), () -> sandboxes.of(request.credential()))
                : sandboxes.find(named);
    }

    private OutgoingResponse answer(Sandbox sandbox, Request request, String path) {
        sandbox.used();
        SiteState state = sandbox.state();
        Recorder recorder = new Recorder(sandbox, state, request, log);
        Trace trace = new Trace();
        RateLimiter.Verdict verdict = state.limiter().check(request.clientAddress());
        if (verdict instanceof Blocked blocked) {
            trace.rule(RuleId.RATE_01);
            figures.blocked();
            return recorder.record(OutgoingResponse.normally(blocked(blocked, state.settings())), trace, "");
        }
        return state.faults().isEmpty()
                ? recorder.record(OutgoingResponse.normally(reply(sandbox, state, request, path, trace)), trace, "")
                : faulty(recorder, sandbox, state, request, path, trace);
    }

    /** A call of a sandbox that has faults: the first that chooses it acts on it. */
    private OutgoingResponse faulty(
            Recorder recorder, Sandbox sandbox, SiteState state, Request request, String path, Trace trace) {
        FaultCall.Sent sent = new FaultCall.Sent(
                request.method(),
                request.path(),
                request.query(),
                request::headers,
                () -> request.body().known(),
                sandbox.clock().now());
        FaultCall call = FaultCall.of(
                endpoints,
                sent,
                request.credential().owner(state.tokens()),
                request.credential().token());
        Optional<Hit> hit = state.faults().next(call);
        if (hit.isEmpty()) {
            return recorder.record(OutgoingResponse.normally(reply(sandbox, state, request, path, trace)), trace, "");
        }
        Effect effect = hit.get().effect();
        trace.rule(RuleId.EMUL_07);
        if (Effects.blocksAddress(effect)) {
            state.limiter().block(request.clientAddress());
        }
        if (Effects.waits(effect) && waits.isFull()) {
            trace.rule(RuleId.EMUL_31);
            return recorder.record(OutgoingResponse.normally(Waits.full()), trace, "");
        }
        Response reply = before(sandbox, effect)
                .or(() -> Effects.instead(effect, call))
                .orElseGet(() -> {
                    // what came before may have changed records, tokens and settings
                    return Effects.transform(effect, reply(sandbox, sandbox.state(), request, path, trace));
                });
        String fault = "fault " + hit.get().faultId() + ": " + effect.type();
        return recorder.record(new OutgoingResponse(reply, Effects.wire(effect, reply)), trace, fault);
    }

    /** Lets somebody else act first; an answer instead when that could not be done, so that a mistake in it is not taken for the client's. */
    private Optional<Response> before(Sandbox sandbox, Effect effect) {
        for (ControlCall call : Effects.before(effect)) {
            byte[] body =
                    call.body().map(ControlJson.strict()::writeValueAsBytes).orElse(new byte[0]);
            Response reply = control.apply(sandbox, call.method().name(), call.path(), body);
            if (reply.status() >= 400) {
                return Optional.of(Response.text(
                        500,
                        "meanwhile " + call.method() + " " + call.path() + ": "
                                + new String(reply.body(), StandardCharsets.UTF_8)));
            }
        }
        return Optional.empty();
    }

    private static Response blocked(Blocked blocked, Settings settings) {
        Response reply = ErrorResponse.tooManyCalls().reply();
        long seconds = Math.max(1, (blocked.remaining().toMillis() + 999) / 1000);
        return settings.get(Settings.RETRY_AFTER) ? reply.with("Retry-After", Long.toString(seconds)) : reply;
    }

    private Response reply(Sandbox sandbox, SiteState state, Request request, String path, Trace trace) {
        try {
            return noted(dispatch.answer(sandbox, state, request, path, trace), trace);
        } catch (ErrorResponse refusal) {
            trace.rule(refusal.rule());
            return noted(state.settings().get(Settings.EMULATOR_REASON) ? explained(refusal) : refusal.reply(), trace);
        }
    }

    /** Tells a client that something was read otherwise than it may have been meant: it would learn that from its data only. */
    private static Response noted(Response reply, Trace trace) {
        return trace.notes().isEmpty() ? reply : reply.with(NOTE, String.join(", ", trace.notes()));
    }

    private static Response explained(ErrorResponse refusal) {
        String text = refusal.rule() + ": " + refusal.reason();
        String told = text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "..." : text;
        return refusal.reply().with("X-Emulator-Reason", told.replaceAll("[^ -~]", "?"));
    }
}
