package io.alignemulator.conformance;

import org.jspecify.annotations.Nullable;

/**
 * What a client reported of a task.
 *
 * @param value in JSON; nothing for a failure, and for writes without one
 * @param status that came with a failure; 0 for none
 * @param message of a failure
 */
record TaskResult(boolean ok, @Nullable Object value, int status, String message) {

    static TaskResult done(@Nullable Object value) {
        return new TaskResult(true, value, 0, "");
    }

    static TaskResult failed(int status, String message) {
        return new TaskResult(false, null, status, message);
    }

    @Override
    public String toString() {
        return ok ? "done: " + value : "failed" + (status == 0 ? "" : " with " + status) + ": " + message;
    }
}
