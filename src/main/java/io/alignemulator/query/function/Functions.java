package io.alignemulator.query.function;

import io.alignemulator.query.function.FilterFunction.Fate;
import io.alignemulator.query.function.Signature.Body;
import io.alignemulator.query.function.Signature.Nulls;
import io.alignemulator.query.function.Signature.Parameter;
import io.alignemulator.query.value.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every function of filters, once. The binder, the refusals, the page {@code docs/filters.md} and the tests read this table. Times are in UTC; that filters compare days does not
 * touch the functions of times.
 */
public final class Functions {
    private static final Parameter TEXT = new Parameter(ValueType.TEXT, true);

    /** In the order of the documentation. */
    public static final List<FilterFunction> ALL = Stream.of(texts(), TimeFunctions.times(), numbers(), refused())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, FilterFunction> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(FilterFunction::name, each -> each));

    private static final Set<String> DOCUMENTED = Set.of(
            "contains",
            "startswith",
            "endswith",
            "tolower",
            "toupper",
            "length",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second");

    private Functions() {}

    /** The function of that name, in any case. */
    public static Optional<FilterFunction> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the vendor's pages and published clients show it (rules FILT-01 and FILT-15); the others are answered because the framework does. */
    public static boolean isDocumented(String name) {
        return DOCUMENTED.contains(name);
    }

    /** Names of what the server answers. */
    public static List<String> answered() {
        return ALL.stream()
                .filter(function -> function.fate() == Fate.ANSWERED)
                .map(FilterFunction::name)
                .toList();
    }

    private static List<FilterFunction> texts() {
        return List.of(
                relation(TextRelation.CONTAINS, "whether the second text is within the first"),
                relation(TextRelation.STARTS, "whether the first text begins with the second"),
                relation(TextRelation.ENDS, "whether the first text ends with the second"),
                text(
                        "indexof",
                        ValueType.INTEGER,
                        2,
                        TextBodies::indexOf,
                        "the place of the second text in the first, from 0; -1 where it is not",
                        "indexof(title,'e') ge 0"),
                new FilterFunction(
                        "substring",
                        Fate.ANSWERED,
                        Nulls.PROPAGATE,
                        substrings(),
                        "the text from a place on, counted from 0, or so many letters of it",
                        "substring(title,0,1) eq 'R'"),
                new FilterFunction(
                        "concat",
                        Fate.ANSWERED,
                        Nulls.EMPTY,
                        List.of(Signature.of(ValueType.TEXT, TextBodies::concat, TEXT, TEXT)),
                        "both texts, one behind the other; null counts as the empty text",
                        "concat(title,'x') ne 'x'"),
                text(
                        "trim",
                        ValueType.TEXT,
                        1,
                        TextBodies::trim,
                        "the text without blanks around it",
                        "trim(title) ne 'x'"),
                text(
                        "tolower",
                        ValueType.TEXT,
                        1,
                        TextBodies::lower,
                        "the text in lower case",
                        "tolower(title) ne 'x'"),
                text(
                        "toupper",
                        ValueType.TEXT,
                        1,
                        TextBodies::upper,
                        "the text in upper case",
                        "toupper(title) ne 'x'"),
                text(
                        "length",
                        ValueType.INTEGER,
                        1,
                        TextBodies::length,
                        "how many letters the text has",
                        "length(title) gt 5"));
    }

    private static List<FilterFunction> numbers() {
        return List.of(
                number("round", Rounding::half, "the nearest integer, halves away from zero"),
                number("floor", Math::floor, "the next integer below"),
                number("ceiling", Math::ceil, "the next integer above"));
    }

    /** What the parser knows and the server refuses all the same. */
    private static List<FilterFunction> refused() {
        return List.of(
                new FilterFunction(
                        "replace",
                        Fate.UNKNOWN,
                        Nulls.PROPAGATE,
                        List.of(Signature.of(ValueType.TEXT, TextBodies::replace, TEXT, TEXT, TEXT)),
                        "the first text with the third for each second in it",
                        "replace(title,'a','b') eq 'x'"),
                refusedTime("maxdatetime", Instant.parse("9999-12-31T23:59:59.999Z"), "the end of time"),
                refusedTime("mindatetime", Instant.parse("0001-01-01T00:00:00Z"), "the beginning of time"),
                new FilterFunction(
                        "totaloffsetminutes",
                        Fate.UNKNOWN,
                        Nulls.PROPAGATE,
                        Signature.both(Signature.of(ValueType.INTEGER, ValueType.DATE_TIME, a -> 0L)),
                        "how far the zone of a time is from UTC, in minutes",
                        "totaloffsetminutes(createDate) eq 0"),
                new FilterFunction(
                        "totalseconds",
                        Fate.UNTRANSLATABLE,
                        Nulls.PROPAGATE,
                        Signature.both(Signature.of(ValueType.DECIMAL, ValueType.DURATION, a -> 0L)),
                        "how long a duration is, in seconds",
                        "totalseconds(duration'PT1S') eq 1"),
                new FilterFunction(
                        "matchespattern",
                        Fate.UNTRANSLATABLE,
                        Nulls.PROPAGATE,
                        List.of(Signature.of(ValueType.BOOLEAN, arguments -> false, TEXT, TEXT)),
                        "whether the text has a form",
                        "matchesPattern(title,'^R')"));
    }

    private static FilterFunction refusedTime(String name, Instant time, String about) {
        Signature signature = Signature.of(ValueType.DATE_TIME, arguments -> time);
        return new FilterFunction(
                name, Fate.UNKNOWN, Nulls.PROPAGATE, List.of(signature), about, name + "() ne createDate");
    }

    private static FilterFunction relation(TextRelation relation, String about) {
        Body body = arguments -> relation.holds((String) arguments[0], TextRelation.folded((String) arguments[1]));
        return new FilterFunction(
                relation.function(),
                Fate.ANSWERED,
                Nulls.FALSE,
                List.of(Signature.of(ValueType.BOOLEAN, body, TEXT, TEXT)),
                about,
                relation.function() + "(title,'e')");
    }

    private static FilterFunction text(
            String name, ValueType result, int texts, Body body, String about, String example) {
        Parameter[] parameters = new Parameter[texts];
        Arrays.fill(parameters, TEXT);
        return new FilterFunction(
                name, Fate.ANSWERED, Nulls.PROPAGATE, List.of(Signature.of(result, body, parameters)), about, example);
    }

    private static List<Signature> substrings() {
        Parameter place = new Parameter(ValueType.INTEGER, false);
        Parameter maybe = new Parameter(ValueType.INTEGER, true);
        return List.of(
                Signature.of(ValueType.TEXT, TextBodies::substring, TEXT, place),
                Signature.of(ValueType.TEXT, TextBodies::substring, TEXT, maybe),
                Signature.of(ValueType.TEXT, TextBodies::substring, TEXT, place, place),
                Signature.of(ValueType.TEXT, TextBodies::substring, TEXT, maybe, place),
                Signature.of(ValueType.TEXT, TextBodies::substring, TEXT, place, maybe),
                Signature.of(ValueType.TEXT, TextBodies::substring, TEXT, maybe, maybe));
    }

    private static FilterFunction number(String name, DoubleUnaryOperator body, String about) {
        Body rounding = arguments -> Rounding.of((Number) arguments[0], body);
        List<Signature> signatures = new ArrayList<>();
        for (boolean nullable : new boolean[] {false, true}) {
            for (ValueType type : List.of(ValueType.DOUBLE, ValueType.DECIMAL)) {
                signatures.add(Signature.of(type, rounding, new Parameter(type, nullable)));
            }
        }
        return new FilterFunction(name, Fate.ANSWERED, Nulls.PROPAGATE, signatures, about, name + "(fcastShare) ge 0");
    }
}
