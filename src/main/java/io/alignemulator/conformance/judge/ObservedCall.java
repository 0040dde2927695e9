package io.alignemulator.conformance.judge;

import io.alignemulator.protocol.calls.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of the client and its answer, from the journal.
 *
 * @param headers by lower-case name
 * @param body JSON, a text, or nothing
 * @param status of the answer; 0 when the connection was closed instead
 * @param answer JSON, a text, or nothing
 * @param rows of a list, however long it is: where the journal keeps only the beginning of it, records with nothing but their ids
 * @param rules of the server that had a say
 * @param ignored fields that were sent and do nothing
 * @param notes rules that were followed and may surprise
 * @param fault what was wrong on purpose; empty for nothing
 */
public record ObservedCall(
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
        List<?> rows,
        List<String> rules,
        List<String> ignored,
        List<String> notes,
        String fault) {

    private static final String BASE = "/rest/align/api/2";
    private static final Pattern SLASHES = Pattern.compile("^/+");
    private static final Pattern PLACE_OF_A_PAGE = Pattern.compile("\\(?\\bid gt \\d+\\)?");
    private static final Pattern LOOSE_AND = Pattern.compile("^\\s*and\\b|\\band\\s*$");
    private static final Pattern BRACKETS = Pattern.compile("[()\\s]");

    /** As the judge reads an exchange of the journal. */
    public static ObservedCall of(Exchange exchange) {
        Exchange.Request request = exchange.request();
        return new ObservedCall(
                exchange.number(),
                exchange.time(),
                request.method(),
                request.path(),
                request.query(),
                byName(request.headers()),
                request.bodyTruncated() && request.body() instanceof String begun
                        ? BegunJson.of(begun)
                        : request.body(),
                exchange.response().status(),
                byName(exchange.response().headers()),
                exchange.response().body(),
                rows(exchange.response()),
                exchange.rules(),
                exchange.ignored(),
                exchange.notes(),
                exchange.fault());
    }

    private static List<?> rows(Exchange.Response response) {
        return response.body() instanceof List<?> rows
                ? rows
                : response.ids().stream().map(id -> Map.of("id", id)).toList();
    }

    private static Map<String, String> byName(List<Exchange.Header> headers) {
        Map<String, String> byName = new TreeMap<>();
        headers.forEach(header -> byName.put(header.name().toLowerCase(Locale.ROOT), header.value()));
        return byName;
    }

    public String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    boolean is(String wanted) {
        return method.equals(wanted);
    }

    /** Whether the site did not take it: because of whoever called, how, or how often. What is not there is an answer. */
    public boolean isRefused() {
        return status >= 400 && status < 500 && status != 404 && fault.isEmpty();
    }

    boolean isWrite() {
        return !is("GET");
    }

    boolean hasBody() {
        return body != null
                || !header("content-length").matches("0?")
                || !header("transfer-encoding").isEmpty();
    }

    /** Path below the base of the API. */
    String resource() {
        String single = SLASHES.matcher(path).replaceFirst("/");
        return single.regionMatches(true, 0, BASE, 0, BASE.length()) ? single.substring(BASE.length()) : single;
    }

    /** An option of the query, without the dollar sign; empty when there is none. */
    String option(String name) {
        return options().getOrDefault(name, "");
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
        return is("GET") && status == 200 && (answer instanceof List || !rows.isEmpty());
    }

    /**
     * What lists have in common that differ in where a page begins only. A client may page by the key: then a term of the filter says where.
     */
    String list() {
        Map<String, String> options = options();
        options.remove("skip");
        options.remove("top");
        options.computeIfPresent("filter", (key, filter) -> {
            String wish = PLACE_OF_A_PAGE.matcher(filter).replaceAll("");
            return BRACKETS.matcher(LOOSE_AND.matcher(wish).replaceAll("")).replaceAll("");
        });
        options.remove("filter", "");
        return resource().toLowerCase(Locale.ROOT) + new TreeMap<>(options);
    }

    /** Method, address and body: two calls with the same do the same. */
    String sameness() {
        return method + " " + resource().toLowerCase(Locale.ROOT) + "?" + query + " " + header("content-length") + " "
                + body;
    }

    /** In one line, for people. */
    public String line() {
        return "#" + number + " " + method + " " + resource() + (query.isEmpty() ? "" : "?" + query) + " -> "
                + (status == 0 ? "closed" : Integer.toString(status)) + (fault.isEmpty() ? "" : " (" + fault + ")");
    }
}
