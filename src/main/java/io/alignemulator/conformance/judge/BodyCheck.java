package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What writes send. */
public sealed interface BodyCheck extends Check {

    /** The operations of RFC 6902. */
    Set<String> OPERATIONS = Set.of("add", "remove", "replace", "move", "copy", "test");

    /** Each PATCH is a JSON array of operations. */
    @JsonTypeName("patch-is-array")
    record PatchIsArray() implements BodyCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            if (evidence.putForPatch()) {
                return new Outcome.Failed(
                        "Some fields should be changed by a PATCH; the client sent a PUT, which resets what it leaves out",
                        evidence.calls());
            }
            return evidence.every(
                    "A PATCH should be a JSON array of operations as in RFC 6902",
                    call -> call.is("PATCH"),
                    call -> call.body() instanceof List<?> operations
                            && operations.stream().allMatch(PatchIsArray::isOperation));
        }

        private static boolean isOperation(Object json) {
            return json instanceof Map<?, ?> operation
                    && OPERATIONS.contains(String.valueOf(operation.get("op")))
                    && operation.get("path") instanceof String;
        }
    }

    /** Bodies are JSON and say so. */
    @JsonTypeName("json-bodies")
    record JsonBodies() implements BodyCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "A body should be JSON and be declared as JSON",
                    call -> call.isWrite() && call.hasBody(),
                    call -> (call.body() instanceof Map || call.body() instanceof List)
                            && isJson(call.header("content-type")));
        }

        private static boolean isJson(String contentType) {
            String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            return type.equals("application/json") || type.equals("application/json-patch+json");
        }
    }

    /** No field is sent that the server ignores. */
    @JsonTypeName("nothing-ignored")
    record NothingIgnored() implements BodyCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            List<String> ignored = evidence.calls().stream()
                    .flatMap(call -> call.ignored().stream())
                    .distinct()
                    .toList();
            return evidence.every(
                    "Nothing should be sent that the server ignores: " + ignored,
                    ObservedCall::isWrite,
                    call -> call.ignored().isEmpty());
        }
    }

    /** All patches together name these fields and no others. */
    @JsonTypeName("patch-touches")
    record PatchTouches(Set<String> fields) implements BodyCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            if (evidence.putForPatch()) {
                return Outcome.UNTOUCHED;
            }
            Set<String> touched = new TreeSet<>();
            List<ObservedCall> patches =
                    evidence.calls().stream().filter(call -> call.is("PATCH")).toList();
            for (ObservedCall patch : patches) {
                if (patch.body() instanceof List<?> operations) {
                    operations.forEach(each -> touched.add(BodyTypes.field(each)));
                }
            }
            return touched.equals(fields)
                    ? Outcome.PASSED
                    : new Outcome.Failed(
                            "The patch should name " + new TreeSet<>(fields) + "; it names " + touched, patches);
        }
    }

    /** Bodies have these fields, and none of those. */
    @JsonTypeName("body-fields")
    record BodyFields(String method, List<String> has, List<String> hasNot) implements BodyCheck {

        public BodyFields {
            hasNot = hasNot == null ? List.of() : hasNot;
        }

        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "The body should have " + has + (hasNot.isEmpty() ? "" : " and none of " + hasNot),
                    call -> call.is(method),
                    call -> call.body() instanceof Map<?, ?> body
                            && body.keySet().containsAll(has)
                            && hasNot.stream().noneMatch(body::containsKey));
        }
    }

    /** Fields of bodies and of patches are of these JSON types. */
    @JsonTypeName("body-types")
    record BodyTypes(String method, Map<String, String> fields) implements BodyCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "The body should have fields of the types " + fields,
                    call -> call.is(method),
                    call -> fields.entrySet().stream()
                            .allMatch(field -> JsonValues.type(sent(call.body(), field.getKey()))
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

        /** The field that an operation of a patch is about. */
        private static String field(@Nullable Object operation) {
            String path = operation instanceof Map<?, ?> map ? String.valueOf(map.get("path")) : "";
            return path.replaceFirst("^/", "").split("/", 2)[0];
        }
    }
}
