package io.alignemulator.http;

import io.alignemulator.resource.Reply;
import io.alignemulator.sandbox.faults.Wire;

/** An answer, and how it goes out. */
record Answered(Reply reply, Wire wire) {

    static Answered normally(Reply reply) {
        return new Answered(reply, new Wire.Normal());
    }
}
