package io.alignemulator.conformance;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.run.SuiteRun;
import io.alignemulator.conformance.suite.Suite;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Servers on which one client after another is judged: at any time each has one client, since calls without a token tell no client from another. A run begins with an empty journal, and each
 * of its scenarios has a sandbox of its own, so nothing is left of the client before.
 */
final class JudgingServers implements AutoCloseable {

    private final Queue<JiraAlignEmulator> idle = new ConcurrentLinkedQueue<>();

    SuiteResult judge(Suite suite, Function<ClientSite, ConformanceClient> client, RunOptions options) {
        JiraAlignEmulator server = idle.poll();
        JiraAlignEmulator used =
                server == null ? JiraAlignEmulator.builder().fixtures("minimal").start() : server;
        try {
            return SuiteRun.of(suite, used.server(), client, options);
        } finally {
            idle.add(used);
        }
    }

    @Override
    public void close() {
        idle.forEach(JiraAlignEmulator::close);
    }
}
