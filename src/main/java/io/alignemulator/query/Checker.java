package io.alignemulator.query;

import io.alignemulator.query.Expression.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** From the syntax tree to the typed tree: looks names up, refuses types that do not go together, fixes each order. */
final class Checker {
    private static final Operand TRUE = new Operand.Constant(ValueType.BOOLEAN, true);
    private static final Operand FALSE = new Operand.Constant(ValueType.BOOLEAN, false);

    private final Names names;
    private final DateComparison dates;

    Checker(Names names, DateComparison dates) {
        this.names = names;
        this.dates = dates;
    }

    Condition condition(Expression expression) {
        if (expression instanceof Expression.And and) {
            return new Condition.And(conditions(and.terms()));
        }
        if (expression instanceof Expression.Or or) {
            return Condition.Or.of(conditions(or.terms()));
        }
        if (expression instanceof Expression.Not not) {
            return new Condition.Not(condition(not.term()));
        }
        if (expression instanceof Expression.Comparison comparison) {
            return comparison(comparison);
        }
        if (expression instanceof Expression.Quantified quantified) {
            return quantified(quantified);
        }
        Operand operand = operand(expression);
        if (operand.type() != ValueType.BOOLEAN) {
            throw new QueryException("A condition was expected, but there is " + phrase(operand) + ".");
        }
        return new Condition.Truth(operand);
    }

    private List<Condition> conditions(List<Expression> terms) {
        List<Condition> conditions = new ArrayList<>(terms.size());
        for (Expression term : terms) {
            conditions.add(condition(term));
        }
        return conditions;
    }

    private Condition quantified(Expression.Quantified quantified) {
        if (!(names.resolve(quantified.collection().names()) instanceof Operand.Path collection)
                || collection.type() != ValueType.COLLECTION) {
            throw new QueryException("Only a collection can be asked with any or all.");
        }
        Condition body = quantified
                .body()
                .map(lambda -> new Checker(names.with(lambda.variable(), collection), dates).condition(lambda.body()))
                .orElseGet(() -> new Condition.Truth(TRUE));
        return new Condition.Quantified(collection, quantified.all(), body);
    }

    private Operand operand(Expression expression) {
        if (expression instanceof Literal literal) {
            return new Operand.Constant(literal.type(), literal.value());
        }
        if (expression instanceof Expression.Path path) {
            return names.resolve(path.names());
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Null) {
            throw new QueryException("The literal null can only be compared.");
        }
        return new Operand.Judgement(condition(expression));
    }

    private Operand call(Expression.Call call) {
        String name = QueryException.shortened(call.function());
        FilterFunction function = FilterFunction.of(call.function())
                .orElseThrow(() -> new QueryException("Unknown function '" + name + "'."));
        List<Operand> arguments = call.arguments().stream().map(this::operand).toList();
        List<ValueType> types = arguments.stream().map(Operand::type).toList();
        if (!types.equals(function.parameters())) {
            List<String> wanted =
                    function.parameters().stream().map(ValueType::phrase).toList();
            throw new QueryException("Function '" + name + "' takes " + String.join(" and ", wanted) + ".");
        }
        return new Operand.Call(function, arguments);
    }

    private Condition comparison(Expression.Comparison written) {
        if (written.right() instanceof Expression.Null) {
            return withNull(written.operator(), written.left());
        }
        if (written.left() instanceof Expression.Null) {
            return withNull(written.operator(), written.right());
        }
        Operand left = operand(written.left());
        Operand right = operand(written.right());
        if (left.type() == ValueType.TEXT && right.type() == ValueType.NUMBER) {
            right = asText(written.right(), right, left);
        } else if (left.type() == ValueType.NUMBER && right.type() == ValueType.TEXT) {
            left = asText(written.left(), left, right);
        }
        return comparison(written.operator(), left, right);
    }

    /** A bare number beside a text property stands for its own spelling (rule FILT-04). */
    private static Operand asText(Expression written, Operand number, Operand text) {
        return written instanceof Literal literal && !(text instanceof Operand.Constant)
                ? new Operand.Constant(ValueType.TEXT, literal.text())
                : number;
    }

    private Condition withNull(Operator operator, Expression other) {
        Operand operand = other instanceof Expression.Null ? FALSE : operand(other);
        if (operand.type() == ValueType.COLLECTION) {
            throw new QueryException("Operator '" + operator.word() + "' cannot compare a collection.");
        }
        Condition isNull = other instanceof Expression.Null ? new Condition.Truth(TRUE) : new Condition.IsNull(operand);
        return switch (operator) {
            case EQ -> isNull;
            case NE -> new Condition.Not(isNull);
            case GT, GE, LT, LE -> new Condition.Truth(FALSE);
        };
    }

    private Condition comparison(Operator operator, Operand left, Operand right) {
        ValueType type = left.type();
        boolean ordered = operator.equality() || type != ValueType.BOOLEAN;
        if (type != right.type() || !type.scalar() || !ordered) {
            throw new QueryException("Operator '" + operator.word() + "' cannot compare " + phrase(left) + " with "
                    + phrase(right) + ".");
        }
        if (operator == Operator.EQ && type != ValueType.DATE) {
            if (right instanceof Operand.Constant constant) {
                return new Condition.OneOf(left, Set.of(Values.key(constant.constant())));
            }
            if (left instanceof Operand.Constant constant) {
                return new Condition.OneOf(right, Set.of(Values.key(constant.constant())));
            }
        }
        return new Condition.Comparison(operator, left, right, order(left, right));
    }

    /** Only a literal's time of day is ignored: two properties compare as the instants that they are. */
    private Comparator<Object> order(Operand left, Operand right) {
        boolean literal = left instanceof Operand.Constant || right instanceof Operand.Constant;
        boolean days = left.type() == ValueType.DATE && literal && dates == DateComparison.DAY;
        return days ? Values.DAYS : Values.order(left.type());
    }

    private static String phrase(Operand operand) {
        return operand.type().phrase();
    }
}
