package io.alignemulator.query;

import io.alignemulator.query.function.FilterFunction;
import io.alignemulator.query.function.FilterFunction.Fate;
import io.alignemulator.query.function.Functions;
import io.alignemulator.query.function.Signature;
import io.alignemulator.query.function.Signature.Nulls;
import io.alignemulator.query.parse.BinaryOperator;
import io.alignemulator.query.value.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page about filters: operators, literals and functions from the tables that the product itself reads. */
public final class FilterPage {

    private static final String INTRODUCTION = """
            # Filters

            Generated from the tables of `io.alignemulator.query`; `mvn -q process-classes exec:java@refresh-generated-files` refreshes it.

            `$filter` is answered as the framework of the real server was measured to: OData options applied by hand over a SQL database (rules FILT, see [fidelity](fidelity.md)).
            What is refused is refused in the framework's words, `Cannot find {nouns}. {sentence}`; with `--emulator-reason` the header `X-Emulator-Reason` adds what may help.
            Settings: `date-filter`, `null-comparison`, `text-number-comparison`, `in-operator`, `undollared-options`, `unknown-options` ([settings](settings.md)).

            ## Operators
            Weakest first: `or`, `and`, comparisons, sums, products, `not` and the minus. Words stand in any case. Names of properties stand in any case, variables do not.

            | operator | the framework calls it | between | gives |
            |---|---|---|---|
            """;

    private static final String LITERALS = """

            ## Null
            Null differs from every value and equals null, so `ne`, `not (... eq ...)`, `not (... gt ...)` and `not contains(...)` let records through that hold null; `gt ge lt le` never do.
            Compared with the literal `null`, `eq` and `ne` are answered and the others refused. Arithmetic and functions of null are null, but for `concat`, where null is the empty text.
            With `--null-comparison memory` the answer is unknown instead, as over objects in memory, and neither it nor its contrary lets the record through.

            ## Literals
            | literal | type | notes |
            |---|---|---|
            | `'it''s'` | `Edm.String` | two quotes are one |
            | `5`, `-5` | `Edm.Int32` | beyond 32 bits, or with L: `Edm.Int64` |
            | `1.5`, `1e3`, `0.1f` | `Edm.Single` | with more digits, or with d: `Edm.Double`; more still, or with m: `Edm.Decimal`; also `INF`, `-INF`, `NaN` |
            | `true`, `false`, `null` | `Edm.Boolean` | lower case only |
            | `2026-03-05`, `2026-3-5` | `Edm.Date` | compares whole days |
            | `2026-03-05T10:00:00.123Z`, `...+02:00`, `2026-03-05T10:00Z` | `Edm.DateTimeOffset` | without a zone it is refused; the time of day is ignored unless `--date-filter instant` |
            | `10:00:00` | `Edm.TimeOfDay` | beside `time(...)` |
            | `@p` | that of its value | another parameter of the call gives it: `&@p=5`; without one it is null |

            Also `list/any(x: ...)`, `list/all(x: ...)`, `list/any()`, `list/$count`, `$it/name`, `cast(value,Edm.Int32)`; the type may stand in quotes. A number beside a text of a record
            counts as a text unless `--text-number-comparison refuse`. Nesting is limited: 100 pairs of parentheses are too many, chains of `and` and `or` may be long.

            ## Functions
            Right behind the name stands the parenthesis, without a blank. Numbers widen (`Edm.Int32`, `Edm.Int64`, `Edm.Single`, `Edm.Double`, `Edm.Decimal`), a day counts as a point in time.

            | function | takes | gives | what | null |
            |---|---|---|---|---|
            """;

    private static final String REFUSED = """

            ## Refused
            The parser knows these functions, and a wrong argument is told; what stands behind the parser does not know them, or has no SQL for them. Also refused: `isof`, `has`, a bare `null`,
            and `in` unless `--in-operator accept`.

            | function | takes | answer |
            |---|---|---|
            """;

    private FilterPage() {}

    /** The whole page. */
    public static String page() {
        String operators =
                Arrays.stream(BinaryOperator.values()).map(FilterPage::operator).collect(Collectors.joining());
        return INTRODUCTION + operators + LITERALS + functions(true) + REFUSED + functions(false);
    }

    private static String operator(BinaryOperator operator) {
        String between = operator.comparison() ? "values of one type, or numbers" : "numbers";
        String gives = operator.comparison() ? "`Edm.Boolean`" : "the wider of both types";
        boolean refused = operator == BinaryOperator.HAS;
        return "| `%s` | %s | %s | %s |\n"
                .formatted(operator.word(), operator.kind(), between, refused ? "refused" : gives);
    }

    private static String functions(boolean answered) {
        return Functions.ALL.stream()
                .filter(function -> (function.fate() == Fate.ANSWERED) == answered)
                .map(function -> answered ? answered(function) : refused(function))
                .collect(Collectors.joining());
    }

    private static String answered(FilterFunction function) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        function.example(),
                        takes(function),
                        gives(function),
                        function.about(),
                        nulls(function.nulls()));
    }

    private static String refused(FilterFunction function) {
        String answer = function.fate() == Fate.UNKNOWN
                ? "`Unknown function '" + function.name() + "'.`"
                : "`The LINQ expression ... could not be translated.`";
        return "| `%s` | %s | %s |\n".formatted(function.example(), takes(function), answer);
    }

    private static String takes(FilterFunction function) {
        String takes =
                function.signatures().stream().map(FilterPage::types).distinct().collect(Collectors.joining("; "));
        return takes.isEmpty() ? "nothing" : takes;
    }

    private static String types(Signature signature) {
        return signature.parameters().stream()
                .map(parameter -> "`" + parameter.type().edm() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String gives(FilterFunction function) {
        List<ValueType> results =
                function.signatures().stream().map(Signature::result).distinct().toList();
        return results.stream().map(type -> "`" + type.edm() + "`").collect(Collectors.joining(", "));
    }

    private static String nulls(Nulls nulls) {
        return switch (nulls) {
            case PROPAGATE -> "null";
            case FALSE -> "false";
            case EMPTY -> "the empty text";
        };
    }
}
