package io.alignemulator.http.outgoing;

import io.alignemulator.sandbox.Clock;
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
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * Answers that are written as far as their clients read, and then wait without a thread, so that clients that send calls and read no answers, however many, hold none. All that waits is bounded
 * in bytes: beyond, the one that has waited longest of those that are not being read loses its connection; of twice as much the one that has waited longest. The servlet's own way of writing would
 * hold the thread of the call.
 */
public final class UnreadAnswers extends Handler.Wrapper {

    /** Bytes of answers that wait at once. */
    private static final int MOST = 32 << 20;

    /** What a larger one counts as: an export that somebody reads is not to be ended by the next small answer. */
    private static final int HEAVIEST = MOST / 4;

    /** Of which nothing was read for so long is not being read. */
    private static final long PAUSE_MILLIS = 1_000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CallsUnderWay underWay;
    private final OutgoingFigures figures;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Outgoing> waiting = new LinkedHashSet<>();
    private long bytes;

    public UnreadAnswers(CallsUnderWay underWay, OutgoingFigures figures) {
        this.underWay = underWay;
        this.figures = figures;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Outgoing(request, response), callback);
    }

    /** Where the answer of a call goes out. */
    static Outgoing outgoing(Context context) {
        return Response.as(ServletContextResponse.getServletContextResponse(context.res()), Outgoing.class);
    }

    private void hold(Outgoing answer) {
        underWay.begin();
        List<Outgoing> given;
        lock.lock();
        try {
            waiting.add(answer);
            bytes += answer.weight();
            given = tooMany(answer);
            given.forEach(this::drop);
        } finally {
            lock.unlock();
        }
        figures.unread(answer.length);
        figures.givenUp(given.size());
        answer.whenSent(Callback.from(() -> forget(answer), failure -> forget(answer)));
        given.forEach(Outgoing::giveUp);
    }

    private List<Outgoing> tooMany(Outgoing newest) {
        List<Outgoing> given = new ArrayList<>();
        long left = bytes;
        Iterator<Outgoing> oldest = waiting.iterator();
        while (left > MOST && oldest.hasNext()) {
            Outgoing each = oldest.next();
            if (each != newest && (left > 2L * MOST || !each.isBeingRead())) {
                given.add(each);
                left -= each.weight();
            }
        }
        return given;
    }

    private void forget(Outgoing answer) {
        lock.lock();
        try {
            drop(answer);
        } finally {
            lock.unlock();
        }
        figures.unread(-answer.length);
        underWay.end();
    }

    private void drop(Outgoing answer) {
        if (waiting.remove(answer)) {
            bytes -= answer.weight();
        }
    }

    /** The answer of one call. Whoever sends nothing here writes through the servlet, and waits on its thread. */
    final class Outgoing extends Response.Wrapper {

        private final Callback.Completable written = new Callback.Completable(InvocationType.NON_BLOCKING);
        private int length = -1;
        private long since;

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
                since = Clock.ticks();
                hold(this);
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

        private int weight() {
            return Math.min(length, HEAVIEST);
        }

        private boolean isBeingRead() {
            long waited = (Clock.ticks() - since) / NANOS_PER_MILLI;
            return endPoint() instanceof IdleTimeout last && last.getIdleFor() < Math.min(waited, PAUSE_MILLIS);
        }

        private void giveUp() {
            endPoint().close();
        }

        private EndPoint endPoint() {
            return getRequest().getConnectionMetaData().getConnection().getEndPoint();
        }
    }
}
