package io.alignemulator.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** For clients in Java that are commands: does the tasks of {@code ALIGN_TASK} and writes the report. */
public final class CommandTasks {

    private CommandTasks() {}

    /**
     * Does the task, or the tasks of a batch in their order.
     *
     * @param task as in {@code ALIGN_TASK}
     * @return the report as JSON
     */
    public static String report(String task, ConformanceClient client) {
        Params params = Params.of(
                "ALIGN_TASK", Objects.requireNonNull(JsonMapper.shared().readValue(task, Object.class)));
        if (!params.optionalText("operation").orElse("").equals("batch")) {
            return JsonMapper.shared().writeValueAsString(done(params, client));
        }
        List<Map<String, Object>> results = new ArrayList<>();
        for (Object each : params.list("tasks")) {
            results.add(done(Params.of("ALIGN_TASK", each), client));
        }
        return JsonMapper.shared().writeValueAsString(Map.of("results", results));
    }

    private static Map<String, Object> done(Params params, ConformanceClient client) {
        TaskResult result = InProcessDriver.perform(Task.ofCommand(params), client);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", result.ok());
        if (result.value() != null) {
            json.put("value", result.value());
        }
        if (!result.ok()) {
            json.put("status", result.status());
            json.put("message", result.message());
        }
        return json;
    }
}
