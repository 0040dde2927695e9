package io.alignemulator.http;

import io.alignemulator.http.IncomingBodies.SlowBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets the beginning of a body arrive before a thread is given to its call, so that clients that send drop by drop, however many, hold none. A short body is then there as a whole, or the reason
 * why it is not. Of a longer one the rest is read by whoever needs it, after guard, limiter and credential; so is one whose client waits to be told to go on.
 */
final class ShortBodies extends Handler.Wrapper {

    /** The attribute of a request of whose body nothing is to be waited for. */
    static final String ARRIVED = ShortBodies.class.getName();

    /** Bytes of unfinished bodies that are kept at once; when there are more, their calls go on without waiting. */
    private static final long MOST_HELD = 16 << 20;

    private final IncomingBodies bodies;
    private final AtomicLong held = new AtomicLong();

    ShortBodies(IncomingBodies bodies, Handler next) {
        super(next);
        this.bodies = bodies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean hasBody = request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        if (!hasBody || request.getHeaders().contains(HttpHeader.EXPECT)) {
            return super.handle(request, response, callback);
        }
        new Arrival(request, response, callback).run();
        return true;
    }

    private void goOn(Request request, Response response, Callback callback) throws Exception {
        if (!super.handle(request, response, callback)) {
            Response.writeError(request, response, callback, 404);
        }
    }

    /** A body on its way; run when something came. */
    private final class Arrival implements Runnable {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final long since = bodies.now();
        private final ByteArrayOutputStream came = new ByteArrayOutputStream();
        private boolean hasWaited;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void run() {
            try {
                while (came.size() < IncomingBodies.SHORT && held.get() < MOST_HELD) {
                    Content.Chunk chunk = request.read();
                    if (chunk == null) {
                        hasWaited = true;
                        request.demand(this);
                        return;
                    }
                    Content.Chunk end = taken(chunk);
                    if (end != null) {
                        request.setAttribute(ARRIVED, true);
                        handOn(end);
                        return;
                    }
                }
                handOn(null);
            } catch (RuntimeException failure) {
                Response.writeError(request, response, callback, failure);
            }
        }

        /** On another thread than one that was told of something to read: it would be told of nothing more until it is done with the call. */
        private void handOn(Content.@Nullable Chunk end) {
            if (hasWaited) {
                request.getComponents().getExecutor().execute(() -> goOn(end));
            } else {
                goOn(end);
            }
        }

        /** Keeps what came; the end of the body when that was it. */
        private Content.@Nullable Chunk taken(Content.Chunk chunk) {
            if (Content.Chunk.isFailure(chunk)) {
                boolean isLate = chunk.getFailure() instanceof TimeoutException;
                return Content.Chunk.from(isLate ? new SlowBody() : chunk.getFailure(), true);
            }
            byte[] bytes = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(bytes);
            boolean isLast = chunk.isLast();
            chunk.release();
            came.writeBytes(bytes);
            held.addAndGet(bytes.length);
            if (isLast) {
                return Content.Chunk.EOF;
            }
            return bodies.isSlow(since, came.size()) ? Content.Chunk.from(new SlowBody(), true) : null;
        }

        private void goOn(Content.@Nullable Chunk end) {
            held.addAndGet(-came.size());
            Request begun = new Begun(request, came.toByteArray(), end);
            try {
                ShortBodies.this.goOn(begun, response, callback);
            } catch (Exception failure) {
                Response.writeError(begun, response, callback, failure);
            }
        }
    }

    /** A request whose body has begun to come. */
    private static final class Begun extends Request.Wrapper {

        private byte[] came;
        private final Content.@Nullable Chunk end;

        /** @param end what follows; null when the rest is still to come */
        Begun(Request request, byte[] came, Content.@Nullable Chunk end) {
            super(request);
            this.came = came;
            this.end = end;
        }

        @Override
        public Content.Chunk read() {
            if (came.length > 0) {
                Content.Chunk chunk = Content.Chunk.from(ByteBuffer.wrap(came), false);
                came = new byte[0];
                return chunk;
            }
            return end == null ? super.read() : end;
        }

        @Override
        public void demand(Runnable whenThere) {
            if (came.length > 0 || end != null) {
                whenThere.run();
            } else {
                super.demand(whenThere);
            }
        }
    }
}
