package io.alignemulator.query;

import io.alignemulator.query.parse.BinaryOperator;
import io.alignemulator.query.parse.Expression;
import io.alignemulator.query.parse.Expression.Literal;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.QueryException.Ground;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Set;

/** Which operands operators take, and what becomes of them. */
final class Operators {
    private final QueryDialect dialect;
    private final Set<Habit> habits;

    Operators(QueryDialect dialect, Set<Habit> habits) {
        this.dialect = dialect;
        this.habits = habits;
    }

    /** The operand, which must not be a list. */
    static Operand single(String kind, Operand operand) {
        if (operand.type() == ValueType.COLLECTION) {
            throw new QueryException("The operand for a binary operator '" + kind
                    + "' is not a single value. Binary operators require both operands to be single values.");
        }
        return operand;
    }

    Operand binary(Expression.Binary written, Operand left, Operand right) {
        BinaryOperator operator = written.operator();
        if (operator == BinaryOperator.HAS) {
            throw new QueryException(
                    Ground.FUNCTION,
                    "An internal error 'TypePromotionUtils_GetFunctionSignatures_Binary_UnreachableCodepath' occurred.");
        }
        if (!operator.comparison()) {
            return arithmetic(operator, left, right);
        }
        if (left.type() == ValueType.NULL || right.type() == ValueType.NULL) {
            return withNull(operator, left, right);
        }
        if (left.type() == ValueType.TEXT && right.type().number()) {
            return comparison(operator, left, asText(written.right(), right, left));
        }
        if (left.type().number() && right.type() == ValueType.TEXT) {
            return comparison(operator, asText(written.left(), left, right), right);
        }
        return comparison(operator, left, right);
    }

    /** A bare number beside a text that is no literal stands for its own spelling (rule FILT-04). */
    private Operand asText(Expression written, Operand number, Operand text) {
        if (!dialect.numbersAsText() || !(written instanceof Literal literal) || text instanceof Operand.Constant) {
            return number;
        }
        habits.add(Habit.TEXT_AND_NUMBER);
        return new Operand.Constant(ValueType.TEXT, literal.text());
    }

    Operand withNull(BinaryOperator operator, Operand left, Operand right) {
        if (!operator.equality()) {
            throw new QueryException(Ground.NULL, undefined(operator.kind(), left, right));
        }
        Operand other = left.type() == ValueType.NULL ? right : left;
        boolean equal = operator == BinaryOperator.EQ;
        if (other.type() == ValueType.NULL) {
            return equal ? Operand.Constant.TRUE : Operand.Constant.FALSE;
        }
        return equal ? new Condition.IsNull(other) : new Condition.Not(new Condition.IsNull(other));
    }

    Operand comparison(BinaryOperator operator, Operand left, Operand right) {
        ValueType type = left.type();
        boolean together = type == right.type()
                || (type.number() && right.type().number())
                || type.promotesTo(right.type())
                || right.type().promotesTo(type);
        if (!together || (type == ValueType.OBJECT && !left.typeName().equals(right.typeName()))) {
            throw incompatible(operator.kind(), left, right);
        }
        if (type == ValueType.OBJECT) {
            throw QueryException.untranslatable("r == r");
        }
        if (type == ValueType.BOOLEAN && !operator.equality()) {
            throw new QueryException(undefined(operator.kind(), left, right));
        }
        if (operator == BinaryOperator.EQ && !isTime(type) && !isTime(right.type())) {
            if (right instanceof Operand.Constant constant) {
                return equal(left, constant);
            }
            if (left instanceof Operand.Constant constant) {
                return equal(right, constant);
            }
        }
        if (operator == BinaryOperator.NE) {
            habits.add(Habit.NULL);
        }
        return new Condition.Comparison(operator, left, right, order(left, right), dialect.nulls());
    }

    private Operand equal(Operand operand, Operand.Constant constant) {
        return new Condition.OneOf(operand, Set.of(Values.key(constant.constant())), dialect.nulls());
    }

    private static boolean isTime(ValueType type) {
        return type == ValueType.DATE_TIME || type == ValueType.DATE;
    }

    /** A day always compares with days. Of a literal time only the day counts where the site is so set; two properties compare as the instants that they are. */
    private Comparator<Object> order(Operand left, Operand right) {
        if (!isTime(left.type())) {
            return Values.order(left.type());
        }
        if (left.type() == ValueType.DATE || right.type() == ValueType.DATE) {
            return Values.DAYS;
        }
        boolean literal = left instanceof Operand.Constant || right instanceof Operand.Constant;
        boolean ignored = literal && dialect.dates() == DateComparison.DAY;
        if (ignored && (hasTime(left) || hasTime(right))) {
            habits.add(Habit.IGNORED_TIME);
        }
        return ignored ? Values.DAYS : Values.order(ValueType.DATE_TIME);
    }

    private static boolean hasTime(Operand operand) {
        return operand instanceof Operand.Constant constant
                && constant.constant() instanceof Instant time
                && !time.equals(time.truncatedTo(ChronoUnit.DAYS));
    }

    private Operand arithmetic(BinaryOperator operator, Operand left, Operand right) {
        ValueType a = left.type();
        ValueType b = right.type();
        if (a == ValueType.NULL || b == ValueType.NULL) {
            throw new QueryException(Ground.NULL, undefined(operator.kind(), left, right));
        }
        if (isTime(a) && (b == ValueType.DURATION || (b == a && operator == BinaryOperator.SUB))) {
            throw QueryException.untranslatable("r." + operator.kind());
        }
        if (!a.number() || !b.number()) {
            throw incompatible(operator.kind(), left, right);
        }
        habits.add(Habit.FUNCTION);
        return new Operand.Arithmetic(ArithmeticOperator.of(operator), a.wider(b), left, right);
    }

    /** Refuses terms of {@code and} and {@code or} that are no conditions. */
    static void logical(String kind, Operand left, Operand right) {
        single(kind, left);
        single(kind, right);
        if (!isTruth(left) || !isTruth(right)) {
            throw incompatible(kind, left, right);
        }
        if (left.type() == ValueType.NULL || right.type() == ValueType.NULL) {
            throw new QueryException(Ground.NULL, undefined(kind.equals("And") ? "AndAlso" : "OrElse", left, right));
        }
    }

    private static boolean isTruth(Operand operand) {
        return operand.type() == ValueType.BOOLEAN || operand.type() == ValueType.NULL;
    }

    Operand not(Operand term) {
        unary("Not", term, term.type() == ValueType.BOOLEAN);
        if (!(term instanceof Condition.IsNull)) {
            habits.add(Habit.NULL);
        }
        return new Condition.Not(term);
    }

    Operand negate(Operand term) {
        unary("Negate", term, term.type().number());
        habits.add(Habit.FUNCTION);
        Operand zero = new Operand.Constant(term.type(), 0L);
        return new Operand.Arithmetic(ArithmeticOperator.SUB, term.type(), zero, term);
    }

    private static void unary(String kind, Operand term, boolean fits) {
        if (term.type() == ValueType.COLLECTION) {
            throw new QueryException("The operand for a unary operator '" + kind
                    + "' is not a single value. Unary operators require the operand to be a single value.");
        }
        if (term.type() == ValueType.NULL) {
            throw new QueryException(
                    Ground.NULL, "The unary operator " + kind + " is not defined for the type 'System.Object'.");
        }
        if (!fits) {
            throw new QueryException("A unary operator with an incompatible type was detected. Found operand type '"
                    + term.typeName() + "' for operator kind '" + kind + "'.");
        }
    }

    private static QueryException incompatible(String kind, Operand left, Operand right) {
        return new QueryException("A binary operator with incompatible types was detected. Found operand types '"
                + left.typeName() + "' and '" + right.typeName() + "' for operator kind '" + kind + "'.");
    }

    private static String undefined(String kind, Operand left, Operand right) {
        return "The binary operator " + kind + " is not defined for the types '"
                + left.type().clr() + "' and '" + right.type().clr() + "'.";
    }
}
