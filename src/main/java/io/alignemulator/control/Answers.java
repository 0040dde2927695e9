package io.alignemulator.control;

import io.alignemulator.resource.Reply;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the control API. */
final class Answers {

    private Answers() {}

    /** Maps, lists, texts, numbers and JSON trees as JSON; maps keep their order. */
    static Reply json(int status, Object value) {
        return Reply.json(status, JsonMapper.shared().writeValueAsBytes(value));
    }
}
