package io.alignemulator.sandbox.journal;

import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.sandbox.journal.RequestMatcher.Check;
import io.alignemulator.sandbox.journal.RequestMatcher.Found;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads matchers, {@code {"method": "PATCH", "path": "/epics/*", "status": 204}}. Texts are compared without regard to case but in bodies; a path may leave out the base of the API, and a {@code *} in
 * it stands for one segment.
 */
public final class MatcherReader {

    private static final String BASE = Addresses.BASE;

    private static final List<String> KNOWN = List.of(
            "method",
            "path",
            "pathPattern",
            "query",
            "header",
            "bodyContains",
            "bodyJson",
            "status",
            "persona",
            "user",
            "from",
            "to",
            "rule",
            "ignored",
            "fault");

    private final List<Check> checks = new ArrayList<>();

    private MatcherReader() {}

    /** @throws IllegalArgumentException with a sentence for people when something is unknown or cannot be used */
    public static RequestMatcher read(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("A matcher is a JSON object.");
        }
        MatcherReader reader = new MatcherReader();
        json.properties().forEach(member -> reader.add(member.getKey(), member.getValue()));
        return new RequestMatcher(reader.checks);
    }

    private void add(String name, JsonNode value) {
        switch (name) {
            case "method" -> text(name, value, exchange -> exchange.request().method());
            case "path" -> path(value);
            case "pathPattern" ->
                pattern(name, value, exchange -> exchange.request().path());
            case "query" -> value.properties().forEach(each -> query(each.getKey(), each.getValue()));
            case "header" -> value.properties().forEach(each -> header(each.getKey(), each.getValue()));
            case "bodyContains" -> bodyContains(value);
            case "bodyJson" ->
                checks.add(new Check(name, value.toString(), exchange -> BodyJson.found(value, exchange)));
            case "status" -> status(value);
            case "persona" ->
                text(name, value, exchange -> exchange.user()
                        .map(Exchange.User::persona)
                        .orElse("nobody"));
            case "user" ->
                text(name, value, exchange -> exchange.user()
                        .map(user -> Long.toString(user.id()))
                        .orElse("nobody"));
            case "from" -> time(name, value, false);
            case "to" -> time(name, value, true);
            case "rule" -> among(name, value, exchange -> List.copyOf(exchange.rules()));
            case "ignored" -> among(name, value, exchange -> List.copyOf(exchange.ignored()));
            case "fault" ->
                check(name, scalar(name, value), Exchange::fault, fault -> fault.contains(scalar(name, value)));
            default ->
                throw new IllegalArgumentException(
                        "A matcher has no '" + name + "'; known are " + String.join(", ", KNOWN) + ".");
        }
    }

    private void check(String name, String expected, Function<Exchange, String> actual, Predicate<String> holds) {
        checks.add(new Check(name, expected, exchange -> {
            String found = actual.apply(exchange);
            return new Found(holds.test(found), found.isEmpty() ? "nothing" : found);
        }));
    }

    private static String scalar(String name, JsonNode value) {
        if (value.isContainer() || value.isNull()) {
            throw new IllegalArgumentException(name + " is a text or a number.");
        }
        return value.asString();
    }

    private void text(String name, JsonNode value, Function<Exchange, String> actual) {
        String expected = scalar(name, value);
        check(name, expected, actual, expected::equalsIgnoreCase);
    }

    private void path(JsonNode value) {
        String expected = scalar("path", value);
        String below = withoutBase(expected);
        StringBuilder regex = new StringBuilder();
        for (String part : below.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : "[^/]+").append(Pattern.quote(part));
        }
        Pattern pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
        check("path", below, exchange -> withoutBase(exchange.request().path()), actual -> pattern.matcher(actual)
                .matches());
    }

    private static String withoutBase(String path) {
        String single = path.replaceFirst("^/+", "/");
        return single.regionMatches(true, 0, BASE, 0, BASE.length()) ? single.substring(BASE.length()) : single;
    }

    private void pattern(String name, JsonNode value, Function<Exchange, String> actual) {
        Pattern pattern = compiled(name, scalar(name, value));
        check(name, pattern.pattern(), actual, text -> pattern.matcher(text).find());
    }

    private static Pattern compiled(String name, String regex) {
        try {
            return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(name + " is no regular expression: " + e.getDescription() + ".");
        }
    }

    private void query(String option, JsonNode value) {
        String expected = scalar("query", value);
        String plain = option.startsWith("$") ? option.substring(1) : option;
        check(
                "query " + option,
                expected,
                exchange -> {
                    Parameters parameters = QueryString.parse(exchange.request().query());
                    return parameters
                            .value(plain)
                            .or(() -> parameters.value("$" + plain))
                            .orElse("");
                },
                expected::equalsIgnoreCase);
    }

    private void header(String header, JsonNode value) {
        String expected = scalar("header", value);
        check(
                "header " + header,
                expected,
                exchange -> exchange.request().headers().stream()
                        .filter(each -> each.name().equalsIgnoreCase(header))
                        .map(Exchange.Header::value)
                        .findFirst()
                        .orElse(""),
                expected::equalsIgnoreCase);
    }

    private void bodyContains(JsonNode value) {
        String expected = scalar("bodyContains", value);
        check(
                "bodyContains",
                expected,
                exchange -> exchange.request().body().text().orElse("(no text)"),
                text -> text.contains(expected));
    }

    private void status(JsonNode value) {
        String expected = scalar("status", value).toLowerCase(Locale.ROOT);
        if (!expected.matches("[0-9]{1,3}|[1-5]xx")) {
            throw new IllegalArgumentException("status is a number such as 204, or a class such as 4xx.");
        }
        check(
                "status",
                expected,
                exchange -> Integer.toString(exchange.response().status()),
                actual -> actual.equals(expected)
                        || (expected.endsWith("xx") && actual.length() == 3 && actual.charAt(0) == expected.charAt(0)));
    }

    private void time(String name, JsonNode value, boolean before) {
        String written = scalar(name, value);
        try {
            Instant bound = Instant.parse(written);
            checks.add(new Check(
                    name,
                    written,
                    exchange -> new Found(
                            before
                                    ? !exchange.time().isAfter(bound)
                                    : !exchange.time().isBefore(bound),
                            exchange.time().toString())));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is a time such as 2026-01-05T09:00:00Z.");
        }
    }

    private void among(String name, JsonNode value, Function<Exchange, List<String>> actual) {
        String expected = scalar(name, value);
        checks.add(new Check(name, expected, exchange -> {
            List<String> found = actual.apply(exchange);
            return new Found(found.contains(expected), found.toString());
        }));
    }

    /** JSON inside JSON: what the matcher names has to be there, the rest may be anything. */
    private static final class BodyJson {

        static Found found(JsonNode expected, Exchange exchange) {
            Optional<String> text = exchange.request().body().text();
            if (text.isEmpty() || text.get().isBlank()) {
                return new Found(false, "no JSON");
            }
            try {
                JsonNode actual = JsonMapper.shared().readTree(text.get());
                List<String> differences = new ArrayList<>();
                compare(expected, actual, "", differences);
                return new Found(differences.isEmpty(), String.join("; ", differences));
            } catch (JacksonException e) {
                return new Found(false, "no JSON");
            }
        }

        private static void compare(JsonNode expected, JsonNode actual, String pointer, List<String> differences) {
            if (expected.isObject() && actual.isObject()) {
                for (Map.Entry<String, JsonNode> member : expected.properties()) {
                    compare(
                            member.getValue(),
                            actual.path(member.getKey()),
                            pointer + "/" + member.getKey(),
                            differences);
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
    }
}
