package io.alignemulator.conformance.run;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The protocol between the runner and a command, as {@code conformance/protocol.schema.json} has it: every task is checked that is written, and every result that is read. */
final class TaskProtocol {

    private static final String RESULT_OF = "result-of-";
    private static final int MOST_MISTAKES = 5;

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ConcurrentMap<String, Schema> schemas = new ConcurrentHashMap<>();
    private final ObjectNode protocol = (ObjectNode) JsonMapper.shared().readTree(Suite.protocol());

    /**
     * A task as a command finds it.
     *
     * @throws SuiteException when it does not fit the schema
     */
    String written(Task task) {
        String written = SuiteJson.written(task);
        List<String> mistakes = mistakes("task", "", JsonMapper.shared().readTree(written));
        if (!mistakes.isEmpty()) {
            throw new SuiteException("The task " + written + " does not fit the protocol: " + mistakes);
        }
        return written;
    }

    /** What in a report does not fit the schema, each with its place; one mistake for what is no JSON. */
    List<String> mistakes(List<Task> tasks, String report) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(report);
        } catch (JacksonException e) {
            return List.of("it is no JSON");
        }
        if (tasks.size() == 1) {
            return mistakes(RESULT_OF + operation(tasks.get(0)), "", json);
        }
        List<String> mistakes = new ArrayList<>(mistakes(RESULT_OF + "batch", "", json));
        JsonNode results = json.path("results");
        if (mistakes.isEmpty() && results.size() != tasks.size()) {
            mistakes.add("/results: " + tasks.size() + " results are expected, one for each task; there are "
                    + results.size());
        }
        for (int i = 0; mistakes.isEmpty() && i < tasks.size(); i++) {
            mistakes.addAll(mistakes(RESULT_OF + operation(tasks.get(i)), "/results/" + i, results.get(i)));
        }
        return mistakes;
    }

    private static String operation(Task task) {
        return String.valueOf(SuiteJson.read(SuiteJson.written(task), Map.class).get("operation"));
    }

    private List<String> mistakes(String definition, String place, JsonNode json) {
        return schemas.computeIfAbsent(definition, this::schema).validate(json.toString(), InputFormat.JSON).stream()
                .limit(MOST_MISTAKES)
                .map(error -> told(place + error.getInstanceLocation(), error.getMessage()))
                .toList();
    }

    private static String told(String place, String mistake) {
        return place.isEmpty() ? mistake : place + ": " + mistake;
    }

    private Schema schema(String definition) {
        ObjectNode schema = protocol.deepCopy();
        schema.put("$ref", "#/$defs/" + definition);
        return registry.getSchema(schema.toString(), InputFormat.JSON);
    }
}
