package io.alignemulator.drift.site;

import io.alignemulator.catalogue.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a site answered. It holds values, so it lives no longer than the look at it.
 *
 * @param status 0 when there was no answer at all
 * @param headers what kind of value each header has, by its name in lower case
 * @param json empty when the body is none
 */
public record SiteAnswer(int status, Map<String, String> headers, String text, Optional<JsonNode> json) {

    private static final List<String> PROBLEM = List.of("type", "title", "status", "traceId", "errors");

    /** No answer at all. */
    public static final SiteAnswer NONE = new SiteAnswer(0, Map.of(), "", Optional.empty());

    /** An answer as it came. */
    public static SiteAnswer of(int status, HttpHeaders headers, byte[] body) {
        Map<String, String> kinds = new TreeMap<>();
        headers.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith(":")) {
                kinds.put(lower, kind(lower, values));
            }
        });
        return new SiteAnswer(status, kinds, new String(body, StandardCharsets.UTF_8), parsed(body));
    }

    private static Optional<JsonNode> parsed(byte[] body) {
        try {
            return Optional.of(Json.read(body));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** Of most headers the name is enough, and a value could tell something of the site. */
    private static String kind(String name, List<String> values) {
        return switch (name) {
            case "content-type" -> mediaType(values.get(0));
            case "www-authenticate" ->
                values.stream()
                        .map(each -> each.strip().split("[ ,]", 2)[0])
                        .filter(scheme -> scheme.matches("Basic|Bearer|Negotiate|NTLM|Digest"))
                        .collect(Collectors.joining(", "));
            case "allow" -> methods(String.join(",", values));
            case "retry-after" -> values.get(0).matches("\\d+") ? "seconds" : "date";
            default -> "there";
        };
    }

    private static String mediaType(String value) {
        String plain = value.toLowerCase(Locale.ROOT).replace(" ", "");
        return plain.matches("[a-z]+/[a-z+]+(;charset=[a-z0-9-]+)?") ? plain : "another media type";
    }

    private static String methods(String value) {
        return List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT").stream()
                .filter(method -> value.toUpperCase(Locale.ROOT).contains(method))
                .collect(Collectors.joining(", "));
    }

    /** How many seconds the site wants to be left alone; empty when it does not say. */
    static Optional<Long> seconds(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Long::valueOf);
    }

    /** empty, array, object, problem, value (any other JSON), html, or text. */
    public String body() {
        if (text.isEmpty()) {
            return "empty";
        }
        if (json.isPresent()) {
            JsonNode node = json.get();
            boolean problem = node.isObject()
                    && List.copyOf(node.propertyNames()).equals(PROBLEM)
                    && headers.getOrDefault("content-type", "").startsWith("application/problem+json");
            return problem ? "problem" : node.isArray() ? "array" : node.isObject() ? "object" : "value";
        }
        return text.stripLeading().startsWith("<") ? "html" : "text";
    }

    /** The records of a list; none when it is no list. */
    public List<JsonNode> rows() {
        return json.filter(JsonNode::isArray)
                .map(array -> array.valueStream().toList())
                .orElse(List.of());
    }

    /** The ids of the records of a list. */
    public List<Long> ids() {
        return rows().stream().map(row -> row.path("id").asLong(-1)).toList();
    }

    /** What the records of a list say under a key, but for empty texts. */
    public List<String> texts(String key) {
        return rows().stream()
                .map(row -> row.path(key).asString(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
