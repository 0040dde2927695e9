package io.alignemulator.conformance.run;

import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.ConformanceClient;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.TaskResult;
import java.util.List;
import java.util.function.Function;

/** Lets a client do tasks. */
interface Driver {

    Performance perform(List<Task> tasks, ClientSite site);

    /** A client in this process. */
    static Driver of(Function<ClientSite, ConformanceClient> clients) {
        return (tasks, site) -> {
            ConformanceClient client = clients.apply(site);
            return new Performance(
                    tasks.stream().map(task -> TaskResult.of(task, client)).toList(), "");
        };
    }
}
