package io.alignemulator.conformance.run;

import io.alignemulator.conformance.TaskResult;
import java.util.Collections;
import java.util.List;

/**
 * What a client did of a scenario.
 *
 * @param results one for each task
 * @param mistake why the client cannot be judged by what it reported; empty when it can
 */
record Performance(List<TaskResult> results, String mistake) {

    /** One that reported nothing that can be understood. */
    static Performance misunderstood(int tasks, String mistake) {
        return new Performance(Collections.nCopies(tasks, TaskResult.failed(0, mistake)), mistake);
    }
}
