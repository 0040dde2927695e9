package io.alignemulator.work;

import java.util.function.BooleanSupplier;

/**
 * The work of one call, counted in steps and not in time, so that the same call is refused on every machine or on none (rule EMUL-28). A step is about what it takes to look at one
 * value: a row, a condition, an element, some letters of a text. For one thread.
 */
public final class Work {

    /** Letters of a text, or elements of a list that move, that count as one step. */
    public static final int LETTERS = 8;

    /** Steps between two looks at whether anybody still waits for the answer: some tens of milliseconds. */
    private static final long LOOK = 1 << 21;

    private final long most;
    private final BooleanSupplier isAbandoned;
    private long done;
    private long nextLook;

    private Work(long most, BooleanSupplier isAbandoned) {
        this.most = most;
        this.isAbandoned = isAbandoned;
        this.nextLook = Math.min(most, LOOK);
    }

    /** @param isAbandoned whether the client has gone; asked now and then */
    public static Work upTo(long most, BooleanSupplier isAbandoned) {
        return new Work(most, isAbandoned);
    }

    /** Work that nobody bounds. */
    public static Work unbounded() {
        return upTo(Long.MAX_VALUE, () -> false);
    }

    /** The same bound with nothing done yet: a write that is tried again begins anew. */
    public Work afresh() {
        return new Work(most, isAbandoned);
    }

    /**
     * Counts steps.
     *
     * @throws TooMuchWork when there are more than the call may take, or nobody waits for the answer any more
     */
    public void add(long steps) {
        done += steps;
        if (done > nextLook) {
            look();
        }
    }

    /** Counts a text that is read as a whole. */
    public void text(int length) {
        add(1 + length / LETTERS);
    }

    private void look() {
        if (done > most) {
            throw new TooMuchWork("The call takes more than " + most + " steps of work.");
        }
        if (isAbandoned.getAsBoolean()) {
            throw new TooMuchWork("The client has gone.");
        }
        nextLook = Math.min(most, done + LOOK);
    }
}
