package io.alignemulator.http.outgoing;

import io.alignemulator.http.outgoing.UnreadAnswers.Outgoing;
import io.alignemulator.resource.call.Content;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside the heap in which the pieces of an answer are put one behind the other, at the place from which the system sends them. An array of the heap for each would be cleared first, and
 * copied to such a place. For any number of threads.
 */
public final class OutgoingBuffers {

    /** Bytes of one: a list of a hundred large records. */
    private static final int SIZE = 256 * 1024;

    /** How many there are at most; of more answers at once each is put together on the heap. */
    private static final int MOST = 16;

    private final BlockingQueue<ByteBuffer> idle = new ArrayBlockingQueue<>(MOST);
    private final AtomicInteger made = new AtomicInteger();

    /** Sends the body of an answer whose head is set. One that is in an array already, does not fit, or finds no buffer goes out as an array. */
    public void send(Content content, Context context) {
        Outgoing out = UnreadAnswers.outgoing(context);
        ByteBuffer buffer = content.isWhole() || content.length() > SIZE ? null : taken();
        if (buffer == null) {
            out.send(ByteBuffer.wrap(content.bytes()), Callback.NOOP);
            return;
        }
        content.put(buffer.clear());
        // a client that has gone in between: somebody might still send from its buffer
        out.send(buffer.flip(), Callback.from(() -> idle.add(buffer), failure -> made.decrementAndGet()));
    }

    private @Nullable ByteBuffer taken() {
        ByteBuffer buffer = idle.poll();
        boolean isNew = buffer == null && made.getAndUpdate(count -> Math.min(count + 1, MOST)) < MOST;
        return isNew ? ByteBuffer.allocateDirect(SIZE) : buffer;
    }
}
