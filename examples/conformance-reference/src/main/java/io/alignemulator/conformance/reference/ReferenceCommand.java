package io.alignemulator.conformance.reference;

import io.alignemulator.conformance.ClientFailure;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.TaskResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The reference client as a command: its task in {@code ALIGN_TASK}, its report on the output. */
public final class ReferenceCommand {

    private static final String PATIENCE = "30";
    private static final String BLOCK = "60";

    private ReferenceCommand() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        URI clock = URI.create(environment.getOrDefault("ALIGN_CLOCK", ""));
        ClientSite site = new ClientSite(
                URI.create(environment.getOrDefault("ALIGN_URL", "")),
                environment.getOrDefault("ALIGN_TOKEN", ""),
                Optional.ofNullable(environment.get("ALIGN_EMAIL")),
                clock.toString().isEmpty() ? ReferenceCommand::sleep : turning(clock),
                clock,
                Duration.ofMillis(
                        Math.round(1000 * Double.parseDouble(environment.getOrDefault("ALIGN_TIMEOUT", PATIENCE)))));
        Duration block = Duration.ofSeconds(Long.parseLong(environment.getOrDefault("ALIGN_BLOCK", BLOCK)));
        ReferenceClient client = new ReferenceClient(site) {
            @Override
            protected Duration longestBlock() {
                return block;
            }
        };
        System.out.println(
                report(SuiteJson.read(environment.getOrDefault("ALIGN_TASK", "{}"), Task.class), client));
    }

    /** One report, or one for each task of a batch. */
    private static String report(Task task, ReferenceClient client) {
        TaskResult result = TaskResult.of(task, client);
        return SuiteJson.written(task instanceof Task.Batch ? Map.of("results", result.value()) : result);
    }

    /** Waits as any client does; used only where the task names no clock to turn. */
    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits by turning the clock of the site. */
    private static Consumer<Duration> turning(URI clock) {
        return duration -> {
            HttpRequest request = HttpRequest.newBuilder(clock)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"advance\":\"" + duration + "\"}"))
                    .build();
            try {
                HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            } catch (IOException e) {
                throw new ClientFailure(0, "The clock cannot be turned: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
