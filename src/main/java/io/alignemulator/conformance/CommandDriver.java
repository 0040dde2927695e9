package io.alignemulator.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that is a command: it finds its task in {@code ALIGN_TASK} and prints a report as JSON. What it prints to the error output is part of the message when it reports nothing.
 */
final class CommandDriver implements Driver {

    private static final int LONGEST_MESSAGE = 2000;

    private final List<String> command;
    private final Duration longest;
    private final boolean virtualTime;

    /** @param longest after which the command is ended */
    CommandDriver(List<String> command, Duration longest, boolean virtualTime) {
        this.command = List.copyOf(command);
        this.longest = longest;
        this.virtualTime = virtualTime;
    }

    @Override
    public List<TaskResult> perform(List<Task> tasks, ClientSite site) {
        try {
            Path out = Files.createTempFile("client", ".out");
            Path err = Files.createTempFile("client", ".err");
            try {
                String failure = run(tasks, site, out, err);
                return failure.isEmpty()
                        ? results(tasks.size(), Files.readString(out), Files.readString(err))
                        : all(tasks.size(), failure);
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
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("ALIGN_URL", site.url().toString());
        environment.put("ALIGN_TOKEN", site.token());
        environment.put("ALIGN_TASK", JsonMapper.shared().writeValueAsString(Task.json(tasks)));
        environment.put("ALIGN_TIMEOUT", Double.toString(site.patience().toMillis() / 1000.0));
        if (virtualTime) {
            environment.put("ALIGN_CLOCK", site.clock().toString());
        }
        Process process = builder.start();
        try {
            if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return "";
            }
            return "The command had not ended after " + longest.toSeconds() + " seconds";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Interrupted";
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static List<TaskResult> results(int tasks, String out, String err) {
        try {
            Params report = Params.of(
                    "the report", JsonMapper.shared().readValue(out.getBytes(StandardCharsets.UTF_8), Object.class));
            List<Object> each = tasks == 1 ? List.of(report.json()) : report.list("results");
            List<TaskResult> results = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                results.add(
                        i < each.size()
                                ? result(Params.of("the report", each.get(i)))
                                : TaskResult.failed(0, "The command reported nothing of this task"));
            }
            return results;
        } catch (JacksonException | SuiteException e) {
            return all(tasks, "The command printed no report: " + shortened(out) + shortened(err));
        }
    }

    private static TaskResult result(Params report) {
        return report.flag("ok")
                ? TaskResult.done(report.json().get("value"))
                : TaskResult.failed(
                        report.number("status", 0),
                        report.optionalText("message").orElse(""));
    }

    private static List<TaskResult> all(int tasks, String message) {
        return java.util.Collections.nCopies(tasks, TaskResult.failed(0, message));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
    }
}
