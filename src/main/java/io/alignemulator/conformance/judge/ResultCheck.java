package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.conformance.TaskResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the client reported of a task: the first one, unless it is said which. */
public sealed interface ResultCheck extends Check {

    /** Counts from 1. */
    Optional<Integer> task();

    Outcome judge(TaskResult result, ClientEvidence evidence);

    @Override
    default Outcome judge(ClientEvidence evidence) {
        return judge(evidence.result(task().orElse(1)), evidence);
    }

    /** Holds, or the client reported what it did instead of what it should. */
    private static Outcome should(Optional<Integer> task, boolean holds, String what, TaskResult result) {
        return Outcome.of(
                holds,
                "Task " + task.orElse(1) + " should " + what + "; the client reported: " + JsonValues.shown(result));
    }

    /** The records of a result: those of a list, or the one. */
    private static List<Map<?, ?>> records(TaskResult result) {
        List<Map<?, ?>> records = new ArrayList<>();
        Stream<?> all = result.value() instanceof List<?> list ? list.stream() : Stream.ofNullable(result.value());
        all.forEach(each -> {
            if (each instanceof Map<?, ?> record) {
                records.add(record);
            }
        });
        return records;
    }

    private static List<String> sortedIds(List<? extends Map<?, ?>> records) {
        return records.stream()
                .map(record -> String.valueOf(record.get("id")))
                .sorted()
                .toList();
    }

    /** What stands in the first list more often than in the second. */
    private static List<String> without(List<String> list, List<String> others) {
        List<String> rest = new ArrayList<>(list);
        others.forEach(rest::remove);
        return rest;
    }

    /** It is done. */
    @JsonTypeName("succeeds")
    record Succeeds(Optional<Integer> task) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            return should(task, result.ok(), "be done", result);
        }
    }

    /** It is reported as failed, with this status and these words. */
    @JsonTypeName("fails")
    record Fails(Optional<Integer> task, Optional<Integer> status, Optional<String> mentions) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            return should(
                    task,
                    !result.ok()
                            && status.orElse(result.status()) == result.status()
                            && result.message().contains(mentions.orElse("")),
                    "be reported as failed"
                            + status.map(each -> " with the status " + each).orElse("")
                            + mentions.map(each -> ", with '" + each + "' in the message")
                                    .orElse(""),
                    result);
        }
    }

    /** It is reported as failed, unless something else holds: nobody is told that something is done which is not. */
    @JsonTypeName("fails-unless")
    record FailsUnless(Optional<Integer> task, Optional<Integer> status, Check holds) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            Outcome fails = new Fails(task, status, Optional.empty()).judge(result, evidence);
            return fails instanceof Outcome.Passed || !(holds.judge(evidence) instanceof Outcome.Failed failed)
                    ? Outcome.PASSED
                    : new Outcome.Failed(
                            failed.reason() + "; or the task should be reported as failed"
                                    + status.map(each -> " with the status " + each)
                                            .orElse(""),
                            failed.calls());
        }
    }

    /** It is not reported as failed with this status. */
    @JsonTypeName("does-not-report")
    record DoesNotReport(Optional<Integer> task, int status) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            return should(
                    task, result.ok() || result.status() != status, "not be reported as failed with " + status, result);
        }
    }

    /** Each matching record is returned once; with {@code atLeast}, others may come besides. */
    @JsonTypeName("returns-ids")
    record ReturnsIds(
            Optional<Integer> task,
            String collection,
            @Nullable Map<String, Object> where,
            boolean atLeast) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            List<String> expected = sortedIds(evidence.stored(collection, where));
            if (!result.ok()) {
                return should(task, false, "return records", result);
            }
            List<String> returned = sortedIds(records(result));
            return Outcome.of(
                    atLeast ? returned.containsAll(expected) : expected.equals(returned),
                    "Task " + task.orElse(1) + " should return " + (atLeast ? "all" : "each") + " of "
                            + expected.size() + " records" + (atLeast ? "" : " once") + "; the client returned "
                            + returned.size() + "; missing " + JsonValues.shown(without(expected, returned))
                            + ", too many " + JsonValues.shown(without(returned, expected)));
        }
    }

    /** The returned records hold in these fields what is stored. */
    @JsonTypeName("returns-records")
    record ReturnsRecords(Optional<Integer> task, String collection, List<String> fields) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            List<Map<?, ?>> records = records(result);
            if (records.isEmpty()) {
                return should(task, false, "return records", result);
            }
            for (Map<?, ?> record : records) {
                Object id = record.get("id");
                Map<String, Object> stored = evidence.records().apply(collection).stream()
                        .filter(each -> String.valueOf(each.get("id")).equals(String.valueOf(id)))
                        .findFirst()
                        .orElse(Map.of());
                for (String field : fields) {
                    if (!record.containsKey(field) || !JsonValues.same(stored.get(field), record.get(field))) {
                        return Outcome.failed("The record " + id + " should be returned with " + field + " "
                                + JsonValues.shown(stored.get(field)) + "; the client returned "
                                + (record.containsKey(field) ? JsonValues.shown(record.get(field)) : "no such field"));
                    }
                }
            }
            return Outcome.PASSED;
        }
    }

    /** No record is returned twice. */
    @JsonTypeName("returns-no-doubles")
    record ReturnsNoDoubles(Optional<Integer> task) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            List<String> ids = sortedIds(records(result));
            List<String> twice = without(ids, ids.stream().distinct().toList());
            return should(
                    task, result.ok() && twice.isEmpty(), "return no record twice, as it did with " + twice, result);
        }
    }

    /** Records are returned in the order of a field. */
    @JsonTypeName("returns-ordered")
    record ReturnsOrdered(Optional<Integer> task, String by) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            List<String> values = records(result).stream()
                    .map(record -> String.valueOf(record.get(by)))
                    .toList();
            return should(
                    task,
                    result.ok() && values.equals(values.stream().sorted().toList()),
                    "return the records in the order of " + by + ", not as " + JsonValues.shown(values),
                    result);
        }
    }

    /** Fields are returned as these JSON types. */
    @JsonTypeName("returns-types")
    record ReturnsTypes(Optional<Integer> task, Map<String, String> fields) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            boolean holds = records(result).stream().allMatch(record -> fields.entrySet().stream()
                    .allMatch(
                            field -> JsonValues.type(record.get(field.getKey())).equals(field.getValue())));
            return should(task, result.ok() && holds, "return fields of the types " + fields, result);
        }
    }

    /** Just this is returned. */
    @JsonTypeName("returns")
    record Returns(
            Optional<Integer> task,
            @JsonProperty("equals") @Nullable Object value) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            return should(
                    task,
                    result.ok() && JsonValues.same(value, result.value()),
                    "return " + JsonValues.shown(value),
                    result);
        }
    }

    /** The id of a stored record is returned. */
    @JsonTypeName("returns-new-id")
    record ReturnsNewId(Optional<Integer> task, String collection, Map<String, Object> where) implements ResultCheck {
        @Override
        public Outcome judge(TaskResult result, ClientEvidence evidence) {
            List<Map<String, Object>> stored = evidence.stored(collection, where);
            boolean holds = stored.stream().anyMatch(each -> JsonValues.same(each.get("id"), result.value()));
            return should(
                    task,
                    result.ok() && holds,
                    "return the id of the stored record, one of " + sortedIds(stored),
                    result);
        }
    }
}
