package io.alignemulator.http.outgoing;

import java.util.concurrent.atomic.LongAdder;

/** How many bytes of answers wait because their clients do not read, and how many answers were given up. For any number of threads. */
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

    /** Bytes that wait now. */
    public long unread() {
        return unread.sum();
    }

    /** Answers whose connections were closed because too many bytes waited. */
    public long givenUp() {
        return givenUp.sum();
    }
}
