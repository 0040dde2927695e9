package io.alignemulator.conformance;

import java.util.List;
import java.util.function.Function;

/** A client in this process. */
final class InProcessDriver implements Driver {

    private final Function<ClientSite, ConformanceClient> clients;

    InProcessDriver(Function<ClientSite, ConformanceClient> clients) {
        this.clients = clients;
    }

    @Override
    public List<TaskResult> perform(List<Task> tasks, ClientSite site) {
        ConformanceClient client = clients.apply(site);
        return tasks.stream().map(task -> perform(task, client)).toList();
    }

    /** Whatever a client throws is its report, errors like a failed assertion too. */
    @SuppressWarnings("CatchingUnchecked")
    static TaskResult perform(Task task, ConformanceClient client) {
        try {
            return TaskResult.done(task.perform(client));
        } catch (ClientFailure e) {
            return TaskResult.failed(e.status(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | AssertionError e) {
            return TaskResult.failed(0, e.toString());
        }
    }
}
