package io.alignemulator.http;

import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.settings.LimitSettings;
import io.alignemulator.settings.Settings;
import java.util.concurrent.Semaphore;

/** How bodies come in: how fast at least, and how many long ones at once, each of which holds a thread. Short ones hold none: {@link ShortBodies}. */
final class IncomingBodies {

    /** Bytes of a body that arrives before its call is looked at, and that the journal shows of a call that nobody took. */
    static final int SHORT = 16 * 1024;

    /** Fewer than half of the server's threads. */
    static final int MOST_LONG = 100;

    /** Bytes a second that a body comes at after its first seconds. */
    private static final long RATE = 10_000;

    private static final long SECOND = 1_000;

    /** One that nobody turns: peers are slow in real time. */
    private final Clock clock = Clock.system();

    private final long grace;
    private final Semaphore free = new Semaphore(MOST_LONG);

    IncomingBodies(Settings settings) {
        this.grace = settings.get(LimitSettings.BODY_TIME) * SECOND;
    }

    /** A body of which too little came for too long. */
    static final class SlowBody extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SlowBody() {
            super("the body comes too slowly");
        }
    }

    /** Milliseconds, to be compared with each other. */
    long now() {
        return clock.millis();
    }

    /**
     * Whether it took too long so far.
     *
     * @param since when it began to come, as {@link #now} told it
     * @param bytes what has come
     */
    boolean isSlow(long since, long bytes) {
        return now() - since > grace + bytes * SECOND / RATE;
    }

    /** A place among those whose long bodies are being read. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a place.
     *
     * @throws ErrorResponse when there is none
     */
    Place place() {
        if (!free.tryAcquire()) {
            throw ErrorResponse.busy("As many long bodies are being read as this server reads at once, " + MOST_LONG
                    + "; send the call again.");
        }
        return free::release;
    }
}
