package io.alignemulator.http;

import io.alignemulator.rules.FrameworkPage.Difference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One request whose answer was measured on the framework that the real server is believed to run.
 *
 * @param target below the API's base; whole behind a {@code !}
 * @param answer what was measured: status, rows, first ids, keys, sentence, errors, and under {@code then} what the record holds afterwards
 * @param onPurpose why another answer is given; empty when it is to be as measured
 */
record FrameworkRow(
        String id,
        String method,
        String target,
        Map<String, String> headers,
        String body,
        JsonNode answer,
        Optional<Difference> onPurpose) {

    /** All of them; {@code on-purpose.json} adds the emulator's own reasons to those that were measured with the rows. */
    static List<FrameworkRow> all() {
        JsonNode onPurpose = FrameworkSite.json("on-purpose.json");
        return StreamSupport.stream(
                        FrameworkSite.json("requests.json").path("rows").spliterator(), false)
                .map(row -> of(row, onPurpose))
                .toList();
    }

    private static FrameworkRow of(JsonNode row, JsonNode onPurpose) {
        Map<String, String> headers = new TreeMap<>();
        row.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return new FrameworkRow(
                row.path("id").asString(),
                row.path("method").asString(),
                row.path("target").asString(),
                headers,
                row.path("body").asString(""),
                row.path("answer"),
                Difference.of(row, onPurpose));
    }

    Answer send(Wire wire) {
        String whole = target.startsWith("!") ? target.substring(1) : Client.BASE + target;
        return wire.send(method, whole, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    int status() {
        return answer.path("status").asInt();
    }

    boolean refused() {
        return status() == 400;
    }

    /** The sentences that a refusal was measured to give, without the grammar around them; empty when none was recorded. */
    Map<String, String> sentences() {
        Map<String, String> sentences = new TreeMap<>();
        if (answer.has("sentence")) {
            sentences.put("", answer.path("sentence").asString());
        }
        answer.path("errors")
                .properties()
                .forEach(error ->
                        sentences.put(error.getKey(), error.getValue().path(0).asString()));
        return sentences;
    }

    @Override
    public String toString() {
        return id + " " + method + " " + target + (body.isEmpty() ? "" : " " + body);
    }
}
