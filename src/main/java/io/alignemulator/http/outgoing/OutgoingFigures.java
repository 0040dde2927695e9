package io.alignemulator.http.outgoing;

import java.util.concurrent.atomic.LongAdder;

/** How many bytes have answers that could not be sent at once, and how many answers were given up. For any number of threads. */
public final class OutgoingFigures {

    private final LongAdder unread = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    /** @param bytes less than none for what was sent, or given up */
    void unread(long bytes) {
        unread.add(bytes);
    }

    void givenUp(int answers) {
        givenUp.add(answers);
    }

    /** Bytes of answers that are not sent to their end; some of them may be on their way. */
    public long unread() {
        return unread.sum();
    }

    /** Answers whose connections were closed because too many bytes waited. */
    public long givenUp() {
        return givenUp.sum();
    }
}
