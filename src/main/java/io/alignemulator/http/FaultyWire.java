package io.alignemulator.http;

import io.alignemulator.sandbox.faults.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Sends an answer the way a fault wants it: late, drop by drop, in part or not at all. Holds its thread meanwhile; the plans are bounded. */
final class FaultyWire {

    private FaultyWire() {}

    /** @param head writes status and headers */
    static void send(Context context, OutgoingResponse answered, Runnable head) {
        byte[] body = answered.reply().body();
        Wire wire = answered.wire();
        try {
            if (wire instanceof Wire.Closed) {
                close(context);
            } else if (wire instanceof Wire.Truncated truncated) {
                head.run();
                cut(context, body, truncated);
                close(context);
            } else if (wire instanceof Wire.Dripped dripped) {
                head.run();
                drip(context, body, dripped);
            } else {
                if (wire instanceof Wire.Delayed delayed) {
                    pause(delayed.delay());
                }
                head.run();
                write(context, body.length, body);
            }
        } catch (IOException e) {
            // The client did not wait.
            System.getLogger(FaultyWire.class.getName()).log(System.Logger.Level.DEBUG, "an answer nobody took", e);
        }
    }

    private static void cut(Context context, byte[] body, Wire.Truncated plan) throws IOException {
        byte[] part = Arrays.copyOf(body, plan.bytes());
        if (plan.chunked()) {
            context.res().setHeader("Connection", "close");
            context.res().setHeader("Transfer-Encoding", "chunked");
            context.res().getOutputStream().write(part);
            context.res().flushBuffer();
        } else {
            write(context, body.length, part);
        }
    }

    private static void write(Context context, int length, byte[] part) throws IOException {
        if (length == 0) {
            return;
        }
        context.res().setContentLength(length);
        OutputStream out = context.res().getOutputStream();
        out.write(part);
        context.res().flushBuffer();
    }

    private static void drip(Context context, byte[] body, Wire.Dripped plan) throws IOException {
        context.res().setContentLength(body.length);
        context.res().flushBuffer();
        OutputStream out = context.res().getOutputStream();
        int pauses = plan.pauses(body.length);
        int sent = 0;
        for (int i = 0; i <= pauses; i++) {
            if (i > 0) {
                pause(plan.pause());
            }
            int end = i == pauses ? body.length : Math.min(body.length, sent + plan.bytesPerChunk());
            out.write(body, sent, end - sent);
            out.flush();
            sent = end;
        }
    }

    /** Real time, whatever the sandbox's clock does: it is the client's patience that is tested. */
    private static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void close(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
