package io.alignemulator.control;

import java.util.concurrent.atomic.AtomicLong;

/** Calls that ended in a defect of the emulator: each is logged with its reason, and their number stands in the health of the server. */
public final class Failures {

    private final AtomicLong count = new AtomicLong();

    /** @param call method and path, for people */
    public void note(String call, Throwable failure) {
        count.incrementAndGet();
        System.getLogger(Failures.class.getName())
                .log(System.Logger.Level.ERROR, "a defect of the emulator: " + call, failure);
    }

    /** How many there were since the start. */
    public long count() {
        return count.get();
    }
}
