package io.alignemulator.control;

import io.alignemulator.resource.call.Response;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the control API. */
final class Answers {

    private Answers() {}

    /** Maps, lists, texts, numbers and JSON trees as JSON; maps keep their order. */
    static Response json(int status, Object value) {
        return Response.json(status, JsonMapper.shared().writeValueAsBytes(value));
    }
}
