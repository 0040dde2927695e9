package io.alignemulator.http;

import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.faults.Wire;

/** An answer, and how it goes out. */
record OutgoingResponse(Response reply, Wire wire) {

    static OutgoingResponse normally(Response reply) {
        return new OutgoingResponse(reply, new Wire.Normal());
    }
}
