package io.alignemulator.conformance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call of the client and its answer, from the journal.
 *
 * @param headers by lower-case name
 * @param body JSON, a text, or nothing
 * @param status of the answer; 0 when the connection was closed instead
 * @param answer JSON, a text, or nothing
 * @param rules of the server that had a say
 * @param ignored fields that were sent and do nothing
 * @param fault what was wrong on purpose; empty for nothing
 */
record Call(
        long number,
        Instant time,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        @Nullable Object body,
        int status,
        Map<String, String> answerHeaders,
        @Nullable Object answer,
        List<String> rules,
        List<String> ignored,
        String fault) {

    private static final String BASE = "/rest/align/api/2";

    /** @param exchange as {@code GET /_emulator/requests} has it */
    static Call of(Map<String, Object> exchange) {
        Params json = new Params("exchange", exchange);
        Params request = Params.of("request", json.value("request"));
        Params response = Params.of("response", json.value("response"));
        return new Call(
                ((Number) json.value("number")).longValue(),
                Instant.parse(json.text("time")),
                request.text("method"),
                request.text("path"),
                request.optionalText("query").orElse(""),
                headers(request),
                request.json().get("body"),
                response.number("status", 0),
                headers(response),
                response.json().get("body"),
                json.texts("rules"),
                json.texts("ignored"),
                json.optionalText("fault").orElse(""));
    }

    private static Map<String, String> headers(Params message) {
        Map<String, String> headers = new TreeMap<>();
        for (Object each : message.list("headers")) {
            Params header = Params.of("header", each);
            headers.put(header.text("name").toLowerCase(Locale.ROOT), header.text("value"));
        }
        return headers;
    }

    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    /** Path below the base of the API. */
    String resource() {
        String single = path.replaceFirst("^/+", "/");
        return single.regionMatches(true, 0, BASE, 0, BASE.length()) ? single.substring(BASE.length()) : single;
    }

    /** The options of the query by name, without the dollar sign and decoded. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                String name = decoded(parts[0]);
                options.put(
                        (name.startsWith("$") ? name.substring(1) : name).toLowerCase(Locale.ROOT),
                        parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return options;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Whether it asks for a list and got one. */
    boolean isList() {
        return method.equals("GET") && status == 200 && answer instanceof List;
    }

    /** The rows of a list. */
    List<?> rows() {
        return answer instanceof List<?> rows ? rows : List.of();
    }

    /** Method, address and body: two calls with the same do the same. */
    String sameness() {
        return method + " " + resource().toLowerCase(Locale.ROOT) + "?" + query + " " + body;
    }

    String line() {
        return "#" + number + " " + method + " " + resource() + (query.isEmpty() ? "" : "?" + query) + " -> "
                + (status == 0 ? "closed" : Integer.toString(status)) + (fault.isEmpty() ? "" : " (" + fault + ")");
    }
}
