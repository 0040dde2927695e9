package io.alignemulator.conformance.run;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.suite.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The protocol between the runner and a command, as {@code conformance/protocol.schema.json} has it: every task is checked that is written, and every result that is read. */
final class TaskProtocol {

    private static final String RESULT_OF = "result-of-";
    private static final int MOST_MISTAKES = 5;

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ConcurrentMap<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Object> protocol = SuiteJson.read(Suite.protocol(), new TypeReference<>() {});

    private record Results(List<Object> results) {}

    /**
     * A task as a command finds it.
     *
     * @throws SuiteException when it does not fit the schema
     */
    String written(Task task) {
        String written = SuiteJson.written(task);
        List<String> mistakes = mistakes("task", "", written);
        if (!mistakes.isEmpty()) {
            throw new SuiteException("The task " + written + " does not fit the protocol: " + mistakes);
        }
        return written;
    }

    /** What in a report does not fit the schema, each with its place; one mistake for what is no JSON. */
    List<String> mistakes(List<Task> tasks, String report) {
        try {
            if (tasks.size() == 1) {
                return mistakes(RESULT_OF + operation(tasks.get(0)), "", report);
            }
            List<String> mistakes = mistakes(RESULT_OF + "batch", "", report);
            return mistakes.isEmpty()
                    ? ofEach(tasks, SuiteJson.reported(report, Results.class).results())
                    : mistakes;
        } catch (JacksonException e) {
            return List.of("it is no JSON");
        }
    }

    private List<String> ofEach(List<Task> tasks, List<Object> results) {
        if (results.size() != tasks.size()) {
            return List.of("/results: " + tasks.size() + " results are expected, one for each task; there are "
                    + results.size());
        }
        return IntStream.range(0, tasks.size())
                .mapToObj(i -> mistakes(
                        RESULT_OF + operation(tasks.get(i)), "/results/" + i, SuiteJson.written(results.get(i))))
                .filter(mistakes -> !mistakes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String operation(Task task) {
        return String.valueOf(SuiteJson.read(SuiteJson.written(task), Map.class).get("operation"));
    }

    private List<String> mistakes(String definition, String place, String json) {
        return schemas.computeIfAbsent(definition, this::schema).validate(json, InputFormat.JSON).stream()
                .limit(MOST_MISTAKES)
                .map(error -> told(place + error.getInstanceLocation(), error.getMessage()))
                .toList();
    }

    private static String told(String place, String mistake) {
        return place.isEmpty() ? mistake : place + ": " + mistake;
    }

    private Schema schema(String definition) {
        Map<String, Object> schema = new LinkedHashMap<>(protocol);
        schema.put("$ref", "#/$defs/" + definition);
        return registry.getSchema(SuiteJson.written(schema), InputFormat.JSON);
    }
}
