package io.alignemulator.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Random filters that know their own meaning: each is built together with a plain predicate, which shares no code with the
 * product.
 */
final class RandomFilter {
    /** What a filter says of a record: true, false or, by null, unknown. The second argument is the lambda's element. */
    interface Meaning {
        @Nullable
        Boolean of(Map<String, Object> record, @Nullable Object element, NullComparison nulls);
    }

    /** A filter's text and what it means. */
    record Node(String text, Meaning meaning) {
        boolean holds(Map<String, Object> record, NullComparison nulls) {
            return Boolean.TRUE.equals(meaning.of(record, null, nulls));
        }
    }

    private static final List<String> TEXTS = Arrays.asList("a", "A", "ab", "b'c", "", "7", "12", "Zoë", null);
    private static final List<Long> NUMBERS = Arrays.asList(-1L, 0L, 1L, 2L, 7L, null);
    private static final List<Object> SCORES = Arrays.asList(-1.5, 0.0, 1L, 2.0, 2.5, null);
    private static final List<Instant> DATES = Arrays.asList(
            Instant.parse("2024-06-30T23:59:59.999Z"),
            Instant.parse("2024-07-01T00:00:00Z"),
            Instant.parse("2024-07-01T10:30:05Z"),
            Instant.parse("2024-07-02T00:00:00Z"),
            null);
    private static final Map<String, IntPredicate> OPERATORS = Map.of(
            "eq",
            c -> c == 0,
            "ne",
            c -> c != 0,
            "gt",
            c -> c > 0,
            "ge",
            c -> c >= 0,
            "lt",
            c -> c < 0,
            "le",
            c -> c <= 0);

    private RandomFilter() {}

    static Arbitrary<Map<String, Object>> records() {
        return Combinators.combine(
                        of(TEXTS),
                        of(TEXTS),
                        of(NUMBERS),
                        of(SCORES),
                        of(Arrays.asList(true, false, null)),
                        of(DATES),
                        of(NUMBERS).list().ofMaxSize(3),
                        of(TEXTS).list().ofMaxSize(2))
                .as((title, createdBy, id, score, active, created, releases, labels) -> {
                    Map<String, Object> record = new HashMap<>();
                    record.put("title", title);
                    record.put("createdBy", createdBy);
                    record.put("id", id);
                    record.put("score", score);
                    record.put("isActive", active);
                    record.put("createDate", created);
                    record.put("releaseIds", releases);
                    record.put("labels", labels.size() == 2 && labels.get(0) == null ? null : labels);
                    return record;
                });
    }

    static Arbitrary<Node> filters() {
        return filters(3);
    }

    private static Arbitrary<Node> filters(int depth) {
        Arbitrary<Node> flat = Arbitraries.oneOf(leaves(), leaves(), lambdas());
        if (depth == 0) {
            return flat;
        }
        Arbitrary<Node> inner = filters(depth - 1);
        Arbitrary<List<Node>> terms = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                flat,
                inner.map(node -> new Node("not (" + node.text + ")", (record, element, nulls) -> {
                    Boolean holds = node.meaning.of(record, element, nulls);
                    return holds == null ? null : (Boolean) !holds;
                })),
                terms.map(nodes -> join("and", nodes)),
                terms.map(nodes -> join("or", nodes)));
    }

    /** Every term stands in parentheses; precedence has its own cases in the tables. */
    private static Node join(String word, List<Node> nodes) {
        String text = nodes.stream().map(n -> "(" + n.text + ")").collect(Collectors.joining(" " + word + " "));
        boolean and = word.equals("and");
        return new Node(text, (record, element, nulls) -> {
            List<Boolean> answers = new ArrayList<>();
            nodes.forEach(n -> answers.add(n.meaning.of(record, element, nulls)));
            return answers.contains(!and) ? (Boolean) !and : answers.contains(null) ? null : (Boolean) and;
        });
    }

    /** The answer of a comparison with null on one side. */
    private static @Nullable Boolean withNull(String word, NullComparison nulls) {
        return nulls == NullComparison.SQL ? (Boolean) word.equals("ne") : null;
    }

    private static Arbitrary<Node> leaves() {
        return Arbitraries.oneOf(
                numbers("id"), numbers("score"), texts("title"), texts("createdBy"), dates(), booleans(), functions());
    }

    private static Arbitrary<Node> numbers(String name) {
        return Combinators.combine(of(SCORES), operators(), Arbitraries.of(true, false))
                .as((literal, word, mirrored) -> {
                    if (literal == null) {
                        return againstNull(name, word);
                    }
                    String text = mirrored ? literal + " " + word + " " + name : name + " " + word + " " + literal;
                    return new Node(text, (record, element, nulls) -> {
                        Object value = name.equals("r") ? element : record.get(name);
                        return value == null
                                ? withNull(word, nulls)
                                : (Boolean) OPERATORS
                                        .get(word)
                                        .test((mirrored ? -1 : 1) * Double.compare(number(value), number(literal)));
                    });
                });
    }

    private static Arbitrary<Node> texts(String name) {
        return Combinators.combine(of(TEXTS), operators()).as((literal, word) -> {
            if (literal == null) {
                return againstNull(name, word);
            }
            boolean bare = literal.matches("\\d+");
            String text = name + " " + word + " " + (bare ? literal : quoted(literal));
            return new Node(text, (record, element, nulls) -> {
                Object value = name.equals("r") ? element : record.get(name);
                return value == null
                        ? withNull(word, nulls)
                        : (Boolean) OPERATORS.get(word).test(lower(value).compareTo(lower(literal)));
            });
        });
    }

    private static Arbitrary<Node> dates() {
        return Combinators.combine(of(DATES).filter(Objects::nonNull), operators())
                .as((literal, word) -> new Node("createDate " + word + " " + literal, (record, element, nulls) -> {
                    Object value = record.get("createDate");
                    return value == null
                            ? withNull(word, nulls)
                            : (Boolean) OPERATORS.get(word).test(day(value).compareTo(day(literal)));
                }));
    }

    private static Arbitrary<Node> booleans() {
        return Arbitraries.of(
                new Node("isActive", (record, element, nulls) -> (Boolean) record.get("isActive")),
                flag("eq", false, active -> !active),
                flag("ne", true, active -> !active),
                new Node("true", (record, element, nulls) -> true));
    }

    private static Node flag(String word, boolean literal, Predicate<Boolean> meaning) {
        return new Node("isActive " + word + " " + literal, (record, element, nulls) -> {
            Boolean active = (Boolean) record.get("isActive");
            return active == null ? withNull(word, nulls) : (Boolean) meaning.test(active);
        });
    }

    private static Arbitrary<Node> functions() {
        return Combinators.combine(
                        of(TEXTS).filter(Objects::nonNull),
                        Arbitraries.of("contains", "startswith", "endswith", "length"))
                .as((literal, function) -> {
                    String text = function.equals("length")
                            ? "length(toupper(title)) eq " + literal.length()
                            : function + "(tolower(title)," + quoted(literal) + ")";
                    return new Node(text, (record, element, nulls) -> {
                        Object title = record.get("title");
                        return title == null
                                ? withNull("eq", nulls)
                                : (Boolean) function(function, lower(title), lower(literal));
                    });
                });
    }

    private static boolean function(String name, String text, String part) {
        return switch (name) {
            case "contains" -> text.contains(part);
            case "startswith" -> text.startsWith(part);
            case "endswith" -> text.endsWith(part);
            default -> text.length() == part.length();
        };
    }

    private static Arbitrary<Node> lambdas() {
        Arbitrary<Node> ids = Arbitraries.oneOf(numbers("r"), numbers("id"), both(numbers("r"), texts("title")));
        Arbitrary<Node> labels = Arbitraries.oneOf(texts("r"), both(texts("r"), texts("r")));
        return Arbitraries.oneOf(lambda("releaseIds", ids), lambda("labels", labels));
    }

    private static Arbitrary<Node> both(Arbitrary<Node> first, Arbitrary<Node> second) {
        return Combinators.combine(first, second, Arbitraries.of("and", "or"))
                .as((a, b, word) -> join(word, List.of(a, b)));
    }

    private static Arbitrary<Node> lambda(String name, Arbitrary<Node> bodies) {
        return Combinators.combine(bodies, Arbitraries.of("any", "all"))
                .as((body, word) -> new Node(name + "/" + word + "(r: " + body.text + ")", (record, element, nulls) -> {
                    if (!(record.get(name) instanceof List<?> elements)) {
                        return nulls == NullComparison.SQL ? (Boolean) word.equals("all") : null;
                    }
                    Predicate<Object> holds = e -> Boolean.TRUE.equals(body.meaning.of(record, e, nulls));
                    return word.equals("any")
                            ? elements.stream().anyMatch(holds)
                            : elements.stream().allMatch(holds);
                }));
    }

    /** Only equality can be asked of the literal null. */
    private static Node againstNull(String name, String word) {
        String asked = word.equals("eq") ? "eq" : "ne";
        return new Node(name + " " + asked + " null", (record, element, nulls) -> {
            Object value = name.equals("r") ? element : record.get(name);
            return (value == null) == asked.equals("eq");
        });
    }

    private static <T> Arbitrary<T> of(List<T> values) {
        return Arbitraries.of(new ArrayList<>(values));
    }

    private static Arbitrary<String> operators() {
        return Arbitraries.of("eq", "eq", "ne", "gt", "ge", "lt", "le");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static String lower(Object text) {
        return ((String) text).toLowerCase(Locale.ROOT);
    }

    private static LocalDate day(Object date) {
        return ((Instant) date).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
