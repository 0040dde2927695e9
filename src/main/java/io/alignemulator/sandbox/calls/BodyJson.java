package io.alignemulator.sandbox.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside JSON: what is expected has to be there, objects may hold more. */
record BodyJson(JsonNode expected) {

    static BodyJson of(Object json) {
        // by way of a text: a number is of the type that a reader of JSON gives it
        return new BodyJson(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(json)));
    }

    /** What a call has instead; empty when it is there. */
    Optional<String> difference(SeenCall call) {
        Optional<String> text = call.bodyText().filter(each -> !each.isBlank());
        if (text.isEmpty()) {
            return Optional.of("no JSON");
        }
        try {
            List<String> differences = new ArrayList<>();
            compare(expected, JsonMapper.shared().readTree(text.get()), "", differences);
            return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
        } catch (JacksonException e) {
            return Optional.of("no JSON");
        }
    }

    private static void compare(JsonNode expected, JsonNode actual, String pointer, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            for (Map.Entry<String, JsonNode> member : expected.properties()) {
                compare(member.getValue(), actual.path(member.getKey()), pointer + "/" + member.getKey(), differences);
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(expected.get(i), actual.get(i), pointer + "/" + i, differences);
            }
        } else if (!expected.equals(actual)) {
            String there = actual.isMissingNode() ? "nothing" : actual.toString();
            differences.add((pointer.isEmpty() ? "the body" : pointer) + " " + there);
        }
    }

    @Override
    public String toString() {
        return expected.toString();
    }
}
