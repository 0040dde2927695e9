package io.alignemulator.conformance.reference;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes filters and queries. */
public class QueryText {

    /** Terms joined by {@code and}, each in brackets. */
    protected String all(List<String> terms) {
        return terms.size() == 1
                ? terms.get(0)
                : terms.stream().map(term -> "(" + term + ")").collect(Collectors.joining(" and "));
    }

    protected String equal(String field, @Nullable Object value) {
        return field + " eq " + literal(value);
    }

    /** What holds for records that are neither recycled nor cancelled. Most of them have null for both flags, which 0 does not find. */
    protected List<String> live() {
        return List.of(notSet("isRecycled"), notSet("isCanceled"));
    }

    protected final String notSet(String flag) {
        return flag + " eq null or " + flag + " eq 0";
    }

    protected String literal(@Nullable Object value) {
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    /** A quote inside is doubled. */
    protected String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Options in their order, for the end of an address. */
    protected String query(Map<String, String> options) {
        List<String> pairs = new ArrayList<>();
        new LinkedHashMap<>(options).forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    protected String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
