package io.alignemulator.http;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * Answers that are written as far as their clients read, and then wait without a thread, so that clients that send calls and read no answers, however many, hold none. All that waits is bounded
 * in bytes: beyond, the one that has waited longest loses its connection. The servlet's own way of writing would hold the thread of the call.
 */
final class UnreadAnswers extends Handler.Wrapper {

    /** Bytes of answers that wait at once. */
    static final long MOST = 32L << 20;

    private final CallsUnderWay underWay;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Outgoing> waiting = new LinkedHashSet<>();
    private long bytes;

    UnreadAnswers(CallsUnderWay underWay) {
        this.underWay = underWay;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Outgoing(request, response), callback);
    }

    /** Where the answer of a call goes out. */
    static Outgoing outgoing(Context context) {
        return Response.as(ServletContextResponse.getServletContextResponse(context.res()), Outgoing.class);
    }

    private void wait(Outgoing answer) {
        underWay.begin();
        List<Outgoing> given = new ArrayList<>();
        lock.lock();
        try {
            waiting.add(answer);
            bytes += answer.length;
            Iterator<Outgoing> oldest = waiting.iterator();
            for (long left = bytes; left > MOST; left -= given.get(given.size() - 1).length) {
                given.add(oldest.next());
            }
        } finally {
            lock.unlock();
        }
        answer.whenSent(Callback.from(() -> forget(answer), failure -> forget(answer)));
        given.forEach(Outgoing::giveUp);
    }

    private void forget(Outgoing answer) {
        lock.lock();
        try {
            waiting.remove(answer);
            bytes -= answer.length;
        } finally {
            lock.unlock();
        }
        underWay.end();
    }

    /** The answer of one call. Whoever sends nothing here writes through the servlet, and waits on its thread. */
    final class Outgoing extends Response.Wrapper {

        private final Callback.Completable written = new Callback.Completable(InvocationType.NON_BLOCKING);
        private int length = -1;

        private Outgoing(Request request, Response response) {
            super(request, response);
        }

        /**
         * Sends the body of an answer whose head is set; returns at once.
         *
         * @param whenSent called when nobody needs the content any more: it was sent, or the client has gone
         */
        void send(ByteBuffer content, Callback whenSent) {
            length = content.remaining();
            getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
            super.write(true, content, written);
            whenSent(whenSent);
            if (!written.isDone()) {
                UnreadAnswers.this.wait(this);
            }
        }

        /** The servlet ends the answer when its handler has returned; here it ends when it was sent. */
        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (length < 0) {
                super.write(last, content, callback);
            } else {
                whenSent(callback);
            }
        }

        private void whenSent(Callback callback) {
            callback.completeWith(written);
        }

        private void giveUp() {
            getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
        }
    }
}
