package io.alignemulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How far an answer of ours is from a measured one.
 *
 * @param differences in status, rows, keys or effect, as sentences; none when they are equal
 * @param sentence what the refusal says instead; empty when it says the same or none was measured
 */
record FrameworkVerdict(FrameworkRow row, int status, List<String> differences, Optional<String> sentence) {

    /** A page of a list; the measured set-up had none without {@code $top}. LIST-02. */
    private static final int PAGE = 100;

    static FrameworkVerdict of(
            FrameworkRow row, Answer answer, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        List<String> differences = new ArrayList<>();
        JsonNode measured = row.answer();
        if (row.status() != answer.status()) {
            differences.add("status " + answer.status() + " for " + row.status() + ": " + cut(answer.body()));
        } else {
            rows(measured, answer).ifPresent(differences::add);
            effects(measured, before, after, differences);
            if (measured.has("allow") && !measured.path("allow").asString().equals(answer.header("allow"))) {
                differences.add("Allow: " + answer.header("allow") + " for "
                        + measured.path("allow").asString());
            }
        }
        return new FrameworkVerdict(row, answer.status(), differences, sentence(row, answer));
    }

    boolean isEqual() {
        return differences.isEmpty();
    }

    private static Optional<String> rows(JsonNode measured, Answer answer) {
        if (!measured.has("rows")) {
            return Optional.empty();
        }
        List<Integer> ids = new ArrayList<>();
        answer.json().forEach(row -> ids.add(row.path("id").asInt()));
        int rows = Math.min(measured.path("rows").asInt(), PAGE);
        if (ids.size() != rows) {
            return Optional.of(ids.size() + " rows for " + rows);
        }
        if (measured.has("keys")
                && rows > 0
                && !answer.json().path(0).propertyNames().stream().toList().equals(texts(measured.path("keys")))) {
            return Optional.of("keys " + answer.json().path(0).propertyNames() + " for " + measured.path("keys"));
        }
        List<Integer> first = new ArrayList<>();
        measured.path("firstIds").forEach(id -> first.add(id.asInt()));
        boolean told = rows > 0 && answer.json().path(0).has("id");
        return !told || ids.subList(0, Math.min(first.size(), ids.size())).equals(first)
                ? Optional.empty()
                : Optional.of("ids " + ids.subList(0, Math.min(5, ids.size())) + " for " + first);
    }

    /** What was measured of the record afterwards; what a change does not name has stayed, and what a refusal left is what was there. */
    private static void effects(
            JsonNode measured, Map<String, JsonNode> before, Map<String, JsonNode> after, List<String> differences) {
        JsonNode then = measured.path("then");
        after.forEach((key, value) -> {
            JsonNode wanted = then.has(key) ? then.path(key) : before.get(key);
            if (wanted != null && !same(wanted, value)) {
                differences.add(key + " is " + cut(value.toString()) + " for " + cut(wanted.toString()));
            }
        });
    }

    private static boolean same(JsonNode wanted, JsonNode value) {
        if (wanted.isNumber() && value.isNumber()) {
            return wanted.decimalValue().compareTo(value.decimalValue()) == 0;
        }
        if (wanted.isString() && value.isString() && !wanted.equals(value)) {
            return instant(wanted.asString()).equals(instant(value.asString()));
        }
        return wanted.equals(value);
    }

    /** A time as the emulator prints it: UTC, three fraction digits. REPR-03. */
    private static String instant(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?")) {
            return text;
        }
        String fraction = text.contains(".") ? text.substring(20).replace("Z", "") : "";
        return text.substring(0, 19) + "." + (fraction + "000").substring(0, 3) + "Z";
    }

    private static Optional<String> sentence(FrameworkRow row, Answer answer) {
        Map<String, String> wanted = row.sentences();
        if (wanted.isEmpty() || !row.refused() || answer.status() != row.status()) {
            return Optional.empty();
        }
        if (answer.header("content-type").startsWith("text/plain")) {
            boolean told = wanted.values().stream().anyMatch(sentence -> says(answer.body(), sentence));
            return told ? Optional.empty() : Optional.of(answer.body());
        }
        JsonNode errors = answer.json().path("errors");
        return errors.equals(row.answer().path("errors")) ? Optional.empty() : Optional.of(errors.toString());
    }

    /** Long sentences were cut when they were measured: those have no full stop. */
    private static boolean says(String body, String sentence) {
        return sentence.endsWith(".") ? body.endsWith(sentence) : body.contains(sentence);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static String cut(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "..." : text;
    }
}
