package io.alignemulator.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions of what the client reported. */
final class ReportConditions {

    private ReportConditions() {}

    private static int task(Params params) {
        return params.number("task", 1);
    }

    static Condition succeeds(Params params) {
        int task = task(params.only("task"));
        return evidence -> {
            TaskResult result = evidence.result(task);
            return Outcome.of(result.ok(), "Task " + task + " should be done; the client reported: " + result);
        };
    }

    static Condition fails(Params params) {
        int task = task(params.only("task", "status", "mentions"));
        Optional<Integer> status = params.has("status") ? Optional.of(params.number("status", 0)) : Optional.empty();
        Optional<String> mentions = params.optionalText("mentions");
        return evidence -> {
            TaskResult result = evidence.result(task);
            boolean holds = !result.ok()
                    && status.filter(each -> each != result.status()).isEmpty()
                    && mentions.filter(each -> !result.message().contains(each)).isEmpty();
            return Outcome.of(
                    holds,
                    "Task " + task + " should be reported as failed"
                            + status.map(each -> " with the status " + each).orElse("")
                            + mentions.map(each -> ", with '" + each + "' in the message")
                                    .orElse("")
                            + "; the client reported: " + Values.shown(result));
        };
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

    static Condition returnsIds(Params params) {
        int task = task(params.only("task", "collection", "where", "atLeast"));
        String collection = params.text("collection");
        Map<String, Object> where = params.object("where");
        boolean atLeast = params.flag("atLeast");
        return evidence -> {
            TaskResult result = evidence.result(task);
            if (!result.ok()) {
                return Outcome.failed("Task " + task + " should return records; the client reported: " + result);
            }
            List<String> expected = sortedIds(evidence.stored(collection, where).stream());
            List<String> returned = sortedIds(records(result).stream());
            return Outcome.of(
                    atLeast ? returned.containsAll(expected) : expected.equals(returned),
                    "Task " + task + " should return " + (atLeast ? "all" : "each") + " of " + expected.size()
                            + " records" + (atLeast ? "" : " once") + "; the client returned "
                            + returned.size() + different(expected, returned));
        };
    }

    private static List<String> sortedIds(Stream<? extends Map<?, ?>> records) {
        return records.map(record -> String.valueOf(record.get("id"))).sorted().toList();
    }

    private static String different(List<String> expected, List<String> returned) {
        List<String> missing = new ArrayList<>(expected);
        returned.forEach(missing::remove);
        List<String> tooMany = new ArrayList<>(returned);
        expected.forEach(tooMany::remove);
        return "; missing " + Values.shown(missing) + ", too many " + Values.shown(tooMany);
    }

    static Condition returnsRecords(Params params) {
        int task = task(params.only("task", "collection", "fields"));
        String collection = params.text("collection");
        List<String> fields = params.texts("fields");
        return evidence -> {
            TaskResult result = evidence.result(task);
            List<Map<?, ?>> records = records(result);
            if (records.isEmpty()) {
                return Outcome.failed("Task " + task + " should return records; the client reported: " + result);
            }
            for (Map<?, ?> record : records) {
                Object id = record.get("id");
                Map<String, Object> stored = evidence.records().apply(collection).stream()
                        .filter(each -> String.valueOf(each.get("id")).equals(String.valueOf(id)))
                        .findFirst()
                        .orElse(Map.of());
                for (String field : fields) {
                    if (!record.containsKey(field) || !Values.same(stored.get(field), record.get(field))) {
                        return Outcome.failed("The record " + id + " should be returned with " + field + " "
                                + Values.shown(stored.get(field)) + "; the client returned "
                                + (record.containsKey(field) ? Values.shown(record.get(field)) : "no such field"));
                    }
                }
            }
            return Outcome.PASSED;
        };
    }

    static Condition returnsNoDoubles(Params params) {
        int task = task(params.only("task"));
        return evidence -> {
            TaskResult result = evidence.result(task);
            List<String> ids = sortedIds(records(result).stream());
            List<String> once = ids.stream().distinct().toList();
            return Outcome.of(
                    result.ok() && ids.size() == once.size(),
                    "Task " + task + " should return no record twice; twice came"
                            + different(once, ids).replaceFirst(".*too many", ""));
        };
    }

    static Condition returnsOrdered(Params params) {
        int task = task(params.only("task", "by"));
        String by = params.text("by");
        return evidence -> {
            TaskResult result = evidence.result(task);
            List<String> values = records(result).stream()
                    .map(record -> String.valueOf(record.get(by)))
                    .toList();
            return Outcome.of(
                    result.ok() && values.equals(values.stream().sorted().toList()),
                    "Task " + task + " should return the records in the order of " + by + "; the client returned "
                            + Values.shown(values));
        };
    }

    static Condition returnsTypes(Params params) {
        int task = task(params.only("task", "fields"));
        Map<String, Object> fields = params.object("fields");
        return evidence -> {
            TaskResult result = evidence.result(task);
            boolean holds = result.ok()
                    && records(result).stream().allMatch(record -> fields.entrySet().stream()
                            .allMatch(field ->
                                    Values.type(record.get(field.getKey())).equals(field.getValue())));
            return Outcome.of(
                    holds,
                    "Task " + task + " should return fields of the types " + fields + "; the client reported: "
                            + Values.shown(result));
        };
    }

    static Condition returns(Params params) {
        int task = task(params.only("task", "equals"));
        @Nullable Object expected = params.json().get("equals");
        return evidence -> {
            TaskResult result = evidence.result(task);
            return Outcome.of(
                    result.ok() && Values.same(expected, result.value()),
                    "Task " + task + " should return " + Values.shown(expected) + "; the client reported: "
                            + Values.shown(result));
        };
    }

    static Condition returnsNewId(Params params) {
        int task = task(params.only("task", "collection", "where"));
        String collection = params.text("collection");
        Map<String, Object> where = params.object("where");
        return evidence -> {
            TaskResult result = evidence.result(task);
            List<Map<String, Object>> stored = evidence.stored(collection, where);
            boolean holds =
                    result.ok() && stored.stream().anyMatch(each -> Values.same(each.get("id"), result.value()));
            return Outcome.of(
                    holds,
                    "Task " + task + " should return the id of the stored record, one of " + sortedIds(stored.stream())
                            + "; the client reported: " + Values.shown(result));
        };
    }
}
