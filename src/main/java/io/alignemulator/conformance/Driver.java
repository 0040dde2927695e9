package io.alignemulator.conformance;

import java.util.List;

/** Lets a client do tasks. */
interface Driver {

    /** @return a result for each task */
    List<TaskResult> perform(List<Task> tasks, ClientSite site);
}
