package io.alignemulator.control;

import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.resource.call.Response;

/** Answers of the control API. */
final class Answers {

    private Answers() {}

    /** Records, maps, lists, texts, numbers and JSON trees as JSON; maps keep their order. */
    static Response json(int status, Object value) {
        return Response.json(status, ControlJson.strict().writeValueAsBytes(value));
    }
}
