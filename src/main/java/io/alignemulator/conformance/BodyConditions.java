package io.alignemulator.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions of what writes send. */
final class BodyConditions {

    private static final Set<String> OPERATIONS = Set.of("add", "remove", "replace", "move", "copy", "test");

    private BodyConditions() {}

    private static Predicate<Call> with(String method) {
        return call -> call.method().equals(method);
    }

    static Condition patchIsArray(Params params) {
        return TrafficConditions.every(
                "A PATCH should be a JSON array of operations as in RFC 6902",
                with("PATCH"),
                call -> call.body() instanceof List<?> operations
                        && operations.stream().allMatch(BodyConditions::isOperation));
    }

    private static boolean isOperation(Object json) {
        return json instanceof Map<?, ?> operation
                && OPERATIONS.contains(String.valueOf(operation.get("op")))
                && operation.get("path") instanceof String;
    }

    static Condition jsonBodies(Params params) {
        return TrafficConditions.every(
                "A body should be JSON and be declared as JSON",
                Call::isWrite,
                call -> (call.body() instanceof Map || call.body() instanceof List)
                        && isJson(call.header("content-type")));
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("application/json-patch+json");
    }

    static Condition nothingIgnored(Params params) {
        return evidence -> TrafficConditions.every(
                        "Nothing should be sent that the server ignores: "
                                + evidence.calls().stream()
                                        .flatMap(call -> call.ignored().stream())
                                        .distinct()
                                        .toList(),
                        Call::isWrite,
                        call -> call.ignored().isEmpty())
                .judge(evidence);
    }

    static Condition patchTouches(Params params) {
        Set<String> fields = new TreeSet<>(params.only("fields").texts("fields"));
        return evidence -> {
            Set<String> touched = new TreeSet<>();
            List<Call> patches = evidence.calls().stream().filter(with("PATCH")).toList();
            for (Call patch : patches) {
                if (patch.body() instanceof List<?> operations) {
                    operations.forEach(each -> touched.add(field(each)));
                }
            }
            return touched.equals(fields)
                    ? Outcome.PASSED
                    : new Outcome.Failed("The patch should name " + fields + "; it names " + touched, patches);
        };
    }

    private static String field(@Nullable Object operation) {
        String path = operation instanceof Map<?, ?> map ? String.valueOf(map.get("path")) : "";
        return path.replaceFirst("^/", "").split("/", 2)[0];
    }

    static Condition bodyFields(Params params) {
        params.only("method", "has", "hasNot");
        List<String> has = params.texts("has");
        List<String> hasNot = params.texts("hasNot");
        return TrafficConditions.every(
                "The body should have " + has + (hasNot.isEmpty() ? "" : " and none of " + hasNot),
                with(params.text("method")),
                call -> call.body() instanceof Map<?, ?> body
                        && body.keySet().containsAll(has)
                        && hasNot.stream().noneMatch(body::containsKey));
    }

    static Condition bodyTypes(Params params) {
        params.only("method", "fields");
        Map<String, Object> fields = params.object("fields");
        return TrafficConditions.every(
                "The body should have fields of the types " + fields,
                with(params.text("method")),
                call -> fields.entrySet().stream().allMatch(field -> Values.type(sent(call.body(), field.getKey()))
                        .equals(field.getValue())));
    }

    /** The value of a field in a body, or in a patch. */
    private static @Nullable Object sent(@Nullable Object body, String field) {
        if (body instanceof List<?> operations) {
            return operations.stream()
                    .filter(each -> field(each).equals(field))
                    .map(each -> (Object) ((Map<?, ?>) each).get("value"))
                    .findFirst()
                    .orElse(null);
        }
        return body instanceof Map<?, ?> map ? map.get(field) : null;
    }
}
