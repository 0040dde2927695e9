package io.alignemulator.http;

import io.alignemulator.resource.call.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/**
 * Memory outside the heap in which the pieces of an answer are put one behind the other, at the place from which the system sends them. An array of the heap for each would be cleared first, and
 * copied to such a place. For any number of threads.
 */
final class OutgoingBuffers {

    /** Bytes of one: a list of a hundred large records. */
    private static final int SIZE = 256 * 1024;

    /** How many are kept; of more answers at once each is put together on the heap. */
    private static final int MOST = 8;

    private final BlockingQueue<ByteBuffer> idle = new ArrayBlockingQueue<>(MOST);

    /** Sends a content. One that is in an array already, or does not fit, goes out as an array. */
    void send(Content content, HttpOutput out) throws IOException {
        if (content.isWhole() || content.length() > SIZE) {
            out.write(content.bytes());
            return;
        }
        ByteBuffer kept = idle.poll();
        ByteBuffer buffer = kept == null ? ByteBuffer.allocateDirect(SIZE) : kept;
        content.put(buffer.clear());
        out.write(buffer.flip());
        idle.offer(buffer); // not where the client has gone in between: somebody might still send from it
    }
}
