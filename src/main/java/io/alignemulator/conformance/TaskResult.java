package io.alignemulator.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What a client reported of a task; as JSON the report of a command.
 *
 * @param value in JSON; nothing for a failure, and for writes without one
 * @param status that came with a failure; 0 for none
 * @param message of a failure
 */
@JsonInclude(Include.NON_NULL)
public record TaskResult(
        boolean ok,
        @Nullable Object value,
        @JsonInclude(Include.NON_DEFAULT) int status,
        @JsonInclude(Include.NON_EMPTY) String message) {

    public TaskResult {
        message = message == null ? "" : message;
    }

    public static TaskResult done(@Nullable Object value) {
        return new TaskResult(true, value, 0, "");
    }

    public static TaskResult failed(int status, String message) {
        return new TaskResult(false, null, status, message);
    }

    /** Lets a client do a task. Whatever it throws is its report, errors like a failed assertion too. */
    @SuppressWarnings("CatchingUnchecked")
    public static TaskResult of(Task task, ConformanceClient client) {
        try {
            return done(task.perform(client));
        } catch (ClientFailure e) {
            return failed(e.status(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | AssertionError e) {
            return failed(0, e.toString());
        }
    }

    @Override
    public String toString() {
        return ok ? "done: " + value : "failed" + (status == 0 ? "" : " with " + status) + ": " + message;
    }
}
