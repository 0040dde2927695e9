package io.alignemulator.http;

import io.alignemulator.http.outgoing.OutgoingBuffers;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.faults.Wire;
import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpHeader;

/** Writes answers, as they are or the way a fault wants it. */
final class AnswerWriter {

    private final Waits waits;
    private final OutgoingBuffers buffers = new OutgoingBuffers();

    AnswerWriter(Waits waits) {
        this.waits = waits;
    }

    /** Answers a call as nothing was done to it. */
    void send(Context context, Request request, Response reply) {
        send(context, request, OutgoingResponse.normally(reply));
    }

    /** Answers a call; one that is answered late waits on another thread. */
    void send(Context context, Request request, OutgoingResponse answered) {
        if (!request.body().isSkipped()) {
            // Who sends the next call on a connection that is about to close would be told nothing.
            context.header("Connection", "close");
        }
        Runnable head = () -> head(context, answered.reply());
        if (answered.wire() instanceof Wire.Normal) {
            write(context, answered.reply());
        } else if (answered.wire() instanceof Wire.Delayed || answered.wire() instanceof Wire.Dripped) {
            hold(context, () -> FaultyWire.send(context, answered, head));
        } else {
            FaultyWire.send(context, answered, head);
        }
    }

    /** Has an answer written on a thread that may wait, or says that too many wait. */
    void hold(Context context, Runnable answer) {
        waits.hold(context, answer, () -> write(context, Waits.full()));
    }

    void write(Context context, Response reply) {
        head(context, reply);
        if (reply.content().length() > 0) {
            buffers.send(reply.content(), context);
        }
    }

    private static void head(Context context, Response reply) {
        context.status(reply.status());
        reply.headers().forEach(context::header);
        if (reply.contentType().isEmpty()) {
            context.res().setContentType(null);
        } else {
            contentType(context, reply.contentType());
        }
    }

    /** Written below the servlet's view of the answer, which would take out the blank that the real server prints before the charset. */
    private static void contentType(Context context, String type) {
        ServletContextResponse.getServletContextResponse(context.res())
                .getWrapped()
                .getHeaders()
                .put(HttpHeader.CONTENT_TYPE, type);
    }
}
