package io.alignemulator.query;

import io.alignemulator.query.function.FilterFunction;
import io.alignemulator.query.function.FilterFunction.Fate;
import io.alignemulator.query.function.Functions;
import io.alignemulator.query.function.Signature;
import io.alignemulator.query.function.Signature.Nulls;
import io.alignemulator.query.function.TextRelation;
import io.alignemulator.query.parse.Expression;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.QueryException.Ground;
import io.alignemulator.query.value.Suggestion;
import io.alignemulator.query.value.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Calls of functions (rule FILT-08). */
final class FunctionCalls {
    private final QueryDialect dialect;
    private final Set<Habit> habits;

    FunctionCalls(QueryDialect dialect, Set<Habit> habits) {
        this.dialect = dialect;
        this.habits = habits;
    }

    Operand call(Expression.Call call, Function<Expression, Operand> binder) {
        List<Operand> arguments = call.arguments().stream().map(binder).toList();
        String name = call.function().toLowerCase(Locale.ROOT);
        if (!Functions.isDocumented(name)) {
            habits.add(Habit.FUNCTION);
        }
        if (name.equals("cast") || name.equals("isof")) {
            return Casts.call(name, call, arguments);
        }
        FilterFunction function = Functions.of(name).orElseThrow(() -> unknown(call.function()));
        for (Operand argument : arguments) {
            if (argument.type() == ValueType.COLLECTION) {
                throw new QueryException("The argument for an invocation of a function with name '" + call.function()
                        + "' is not a single value. All arguments for this function must be single values.");
            }
        }
        Signature signature = function.signature(
                call.function(), arguments.stream().map(Operand::type).toList());
        refuse(function, arguments);
        return typed(function, signature, arguments);
    }

    private Operand typed(FilterFunction function, Signature signature, List<Operand> arguments) {
        if (function.name().equals("now")) {
            return new Operand.Now(dialect.now().get());
        }
        Optional<TextRelation> relation = TextRelation.of(function.name());
        if (relation.isPresent() && arguments.get(1) instanceof Operand.Constant part) {
            String folded = TextRelation.folded((String) part.constant());
            return new Condition.TextTest(relation.get(), arguments.get(0), folded, dialect.nulls());
        }
        Nulls nulls = dialect.nulls() == NullComparison.SQL ? function.nulls() : Nulls.PROPAGATE;
        return new Operand.Call(signature, nulls, arguments);
    }

    private void refuse(FilterFunction function, List<Operand> arguments) {
        if (function.fate() == Fate.UNTRANSLATABLE) {
            throw untranslatable(function, arguments);
        }
        if (function.fate() == Fate.UNKNOWN && !dialect.everyFunction()) {
            throw new QueryException(Ground.FUNCTION, "Unknown function '" + function.name() + "'.").hint(known());
        }
        boolean withNull = arguments.stream().anyMatch(argument -> argument.type() == ValueType.NULL);
        boolean firstIsNull = withNull && arguments.get(0).type() == ValueType.NULL;
        boolean allTexts = function.ofTexts() && !function.name().equals("substring");
        if (withNull && (allTexts || (function.ofTexts() && firstIsNull))) {
            throw new QueryException(
                    Ground.NULL,
                    "The '" + function.name() + "' function cannot be applied to an enumeration-typed argument.");
        }
        if (firstIsNull) {
            throw QueryException.untranslatable(function.name() + "(null)");
        }
    }

    private static QueryException untranslatable(FilterFunction function, List<Operand> arguments) {
        if (!function.name().equals("matchespattern")) {
            return QueryException.untranslatable(function.name());
        }
        String input = arguments.get(0) instanceof Operand.Path path
                ? "r." + pascal(path.last().name())
                : "@TypedProperty";
        String call = "Regex.IsMatch( input: " + input + ", pattern: @TypedProperty, options: ECMAScript)";
        return new QueryException(
                Ground.FUNCTION,
                QueryException.untranslatable(call).reason()
                        + " Additional information: Translation of method 'System.Text.RegularExpressions.Regex.IsMatch' failed.");
    }

    static String pascal(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static QueryException unknown(String name) {
        String near = Suggestion.of(name, Functions.answered());
        return new QueryException(
                        Ground.FUNCTION,
                        "An unknown function with name '" + name
                                + "' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.")
                .hint((near + " " + known()).strip());
    }

    private static String known() {
        return "Functions are " + String.join(", ", Functions.answered()) + ", cast.";
    }
}
