package io.alignemulator.sandbox.faults;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.call.Response;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a fault does to the calls it hits. Four things are asked of each effect, in this order: {@link #before}, what somebody else does first; {@link #instead} an answer that takes the place of the verb's, which then does
 * not run; else {@link #transform} of the answer that came, whether it is the verb's or a refusal; and {@link #wire}, how the answer goes out. Constructors throw
 * {@link IllegalArgumentException} for values out of range.
 *
 * <p>Everything that an effect says is a function of the call and of the verb's answer: nothing is random and no clock is read.
 */
public sealed interface Effect permits AnswerEffect, BodyEffect, WireEffect, ConcurrentChange {

    /** Name of the effect in JSON. */
    String type();

    /** The effect as it is written in JSON. */
    default ObjectNode json() {
        return Json.object().put("type", type());
    }

    /** Calls of the control API that come first. */
    default List<ConcurrentChange.ControlCall> before() {
        return List.of();
    }

    /** The answer in place of the verb's; empty when the verb runs. */
    default Optional<Response> instead(FaultCall call) {
        return Optional.empty();
    }

    /** The answer as the effect changes it; the same one when there is nothing in it to change. */
    default Response transform(Response reply) {
        return reply;
    }

    /** How the answer goes out, given what {@link #transform} made of it. */
    default Wire wire(Response reply) {
        return new Wire.Normal();
    }

    /** Whether the calling address is to be blocked in the rate limiter besides. */
    default boolean blocksAddress() {
        return false;
    }
}
