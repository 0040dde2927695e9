package io.alignemulator.sandbox.faults;

import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Effect.CloseAfter;
import io.alignemulator.protocol.faults.Effect.CloseBefore;
import io.alignemulator.protocol.faults.Effect.ControlCall;
import io.alignemulator.protocol.faults.Effect.Delay;
import io.alignemulator.protocol.faults.Effect.Drip;
import io.alignemulator.protocol.faults.Effect.ExtraProperty;
import io.alignemulator.protocol.faults.Effect.MalformedJson;
import io.alignemulator.protocol.faults.Effect.Meanwhile;
import io.alignemulator.protocol.faults.Effect.ProxyPage;
import io.alignemulator.protocol.faults.Effect.Redirect;
import io.alignemulator.protocol.faults.Effect.Status;
import io.alignemulator.protocol.faults.Effect.TooManyRequests;
import io.alignemulator.protocol.faults.Effect.TruncatedBody;
import io.alignemulator.protocol.faults.Effect.UnauthorizedFromNowOn;
import io.alignemulator.protocol.faults.Effect.WrongType;
import io.alignemulator.resource.call.Response;
import java.util.List;
import java.util.Optional;

/**
 * What effects do. Four things are asked of each, in this order: what somebody else does {@link #before}; an answer
 * {@link #instead} of the verb's, which then does not run; else the {@link #transform} of the answer that came, whether it
 * is the verb's or a refusal; and the {@link #wire}, how the answer goes out.
 *
 * <p>Everything is a function of the call and of the verb's answer: nothing is random and no clock is read.
 */
public final class Effects {

    private Effects() {}

    /** Calls of the control API that come first. */
    public static List<ControlCall> before(Effect effect) {
        return effect instanceof Meanwhile meanwhile ? meanwhile.calls() : List.of();
    }

    /** Whether the answer takes its time on purpose. */
    public static boolean waits(Effect effect) {
        return effect instanceof Delay || effect instanceof Drip;
    }

    /** Whether the calling address is to be blocked in the rate limiter besides. */
    public static boolean blocksAddress(Effect effect) {
        return effect instanceof TooManyRequests refusal && refusal.block();
    }

    /** The answer in place of the verb's; empty when the verb runs. */
    public static Optional<Response> instead(Effect effect, FaultCall call) {
        if (effect instanceof Status status) {
            return Optional.of(StatusReplies.of(status.code(), call));
        }
        if (effect instanceof TooManyRequests refusal) {
            Response reply = StatusReplies.of(429, call);
            return Optional.of(
                    refusal.retryAfter().isEmpty()
                            ? reply
                            : reply.with(
                                    "Retry-After",
                                    Integer.toString(refusal.retryAfter().getAsInt())));
        }
        if (effect instanceof Redirect redirect) {
            return Optional.of(Response.empty(redirect.code()).with("Location", redirect.location()));
        }
        if (effect instanceof ProxyPage page) {
            return Optional.of(StatusReplies.page(page.code()));
        }
        if (effect instanceof UnauthorizedFromNowOn) {
            return Optional.of(StatusReplies.of(401, call));
        }
        // no answer at all: it has the status 0 and is never sent
        return effect instanceof CloseBefore ? Optional.of(Response.empty(0)) : Optional.empty();
    }

    /** The answer as the effect changes it; the same one when there is nothing in it to change, as in a refusal without JSON. */
    public static Response transform(Effect effect, Response reply) {
        if (effect instanceof MalformedJson) {
            return JsonBody.broken(reply);
        }
        if (effect instanceof ExtraProperty extra) {
            return JsonBody.changed(reply, object -> {
                if (!object.containsKey(extra.name())) {
                    object.put(extra.name(), extra.value());
                }
            });
        }
        if (effect instanceof WrongType wrong) {
            return JsonBody.changed(
                    reply,
                    object -> object.replaceAll(
                            (key, value) -> key.equals(wrong.field()) ? JsonBody.otherType(value) : value));
        }
        return reply;
    }

    /** How the answer goes out, given what {@link #transform} made of it. An empty body goes out as it is. */
    public static Wire wire(Effect effect, Response reply) {
        int length = reply.content().length();
        if (effect instanceof Delay delay) {
            return new Wire.Delayed(delay.duration());
        }
        if (effect instanceof CloseBefore || effect instanceof CloseAfter) {
            return new Wire.Closed();
        }
        if (effect instanceof Drip drip && length > 0) {
            return new Wire.Dripped(drip.bytesPerChunk(), drip.pause());
        }
        if (effect instanceof TruncatedBody cut && length > 0) {
            int kept =
                    cut.bytes().orElseGet(() -> (int) (length * cut.fraction().orElse(0)));
            return new Wire.Truncated(Math.min(kept, length - 1), cut.chunked());
        }
        return new Wire.Normal();
    }
}
