package io.alignemulator.conformance.run;

import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.TaskResult;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client that is a command: it finds its task in {@code ALIGN_TASK} and prints a report as JSON. What it prints to the error output is part of the message when it reports nothing.
 */
final class CommandDriver implements Driver {

    private static final int LONGEST_MESSAGE = 2000;

    private final List<String> command;
    private final Duration longest;
    private final RunOptions.Time time;
    private final TaskProtocol protocol = new TaskProtocol();

    /** @param longest after which the command is ended */
    CommandDriver(List<String> command, Duration longest, RunOptions.Time time) {
        this.command = List.copyOf(command);
        this.longest = longest;
        this.time = time;
    }

    /** What a command prints that was given several tasks. */
    private record Batch(List<TaskResult> results) {}

    @Override
    public Performance perform(List<Task> tasks, ClientSite site) {
        try {
            Path out = Files.createTempFile("client", ".out");
            Path err = Files.createTempFile("client", ".err");
            try {
                String failure = run(tasks, site, out, err);
                return failure.isEmpty()
                        ? understood(tasks, Files.readString(out), Files.readString(err))
                        : Performance.misunderstood(tasks.size(), failure);
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return why there is no report; empty when there may be one */
    private String run(List<Task> tasks, ClientSite site, Path out, Path err) throws IOException {
        boolean isWindows = System.getProperty("os.name", "").startsWith("Windows");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File(isWindows ? "NUL" : "/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("ALIGN_URL", site.url().toString());
        environment.put("ALIGN_TOKEN", site.token());
        site.email().ifPresent(email -> environment.put("ALIGN_EMAIL", email));
        environment.put("ALIGN_TASK", protocol.written(tasks.size() == 1 ? tasks.get(0) : new Task.Batch(tasks)));
        environment.put("ALIGN_TIMEOUT", Double.toString(site.patience().toMillis() / 1000.0));
        if (time == RunOptions.Time.VIRTUAL) {
            environment.put("ALIGN_CLOCK", site.clock().toString());
        } else {
            environment.put("ALIGN_BLOCK", Long.toString(RunOptions.REAL_BLOCK.toSeconds()));
        }
        Process process = builder.start();
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
                    ? ""
                    : "The command had not ended after " + longest.toSeconds() + " seconds";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Interrupted";
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Performance understood(List<Task> tasks, String out, String err) {
        if (out.isBlank()) {
            return Performance.misunderstood(
                    tasks.size(), "The command printed no report: " + shortened(out) + shortened(err));
        }
        List<String> mistakes = protocol.mistakes(tasks, out);
        if (!mistakes.isEmpty()) {
            return Performance.misunderstood(
                    tasks.size(),
                    "The command printed no report that fits the protocol (docs/conformance-protocol.md): "
                            + String.join("; ", mistakes) + ". It printed: " + shortened(out) + shortened(err));
        }
        return new Performance(
                tasks.size() == 1
                        ? List.of(SuiteJson.reported(out, TaskResult.class))
                        : SuiteJson.reported(out, Batch.class).results(),
                "");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
    }
}
