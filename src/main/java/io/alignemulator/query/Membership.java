package io.alignemulator.query;

import io.alignemulator.query.parse.BinaryOperator;
import io.alignemulator.query.parse.Expression;
import io.alignemulator.query.parse.Expression.Literal;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.QueryException.Ground;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The operator {@code in} (rule FILT-05). */
record Membership(Operators operators, QueryDialect dialect, Set<Habit> habits) {

    /** What is looked for, which must be no list. */
    static Operand single(Operand operand) {
        if (operand.type() == ValueType.COLLECTION) {
            throw new QueryException("The left operand for the IN operation must be a single value.");
        }
        return operand;
    }

    /** An element of {@code in (...)}: a number may stand in quotes, and beside a text without them. */
    Operand item(Operand value, Expression written, Operand item) {
        ValueType type = value.type();
        if (type == ValueType.TEXT && item.type() != ValueType.TEXT && item.type() != ValueType.NULL) {
            String text = written instanceof Literal literal ? literal.text() : "";
            if (!dialect.numbersAsText() || !item.type().number()) {
                throw new QueryException(
                        Ground.TEXT_AND_NUMBER,
                        "String item should be single/double quoted: '" + text.substring(0, Math.min(1, text.length()))
                                + "'.");
            }
            habits.add(Habit.TEXT_AND_NUMBER);
            return new Operand.Constant(ValueType.TEXT, text);
        }
        if (type.number() && item instanceof Operand.Constant constant && item.type() == ValueType.TEXT) {
            try {
                return new Operand.Constant(type, Values.number(Double.valueOf((String) constant.constant())));
            } catch (NumberFormatException e) {
                throw new QueryException("Cannot convert the literal '" + constant.constant()
                        + "' to the expected type '" + type.edm() + "'.");
            }
        }
        return item;
    }

    /** One of the values; each compares as with {@code eq}. */
    Operand in(Operand value, List<Operand> items) {
        if (items.isEmpty()) {
            return Operand.Constant.FALSE;
        }
        Set<Object> seen = new HashSet<>();
        List<Operand> equalities = new ArrayList<>();
        for (Operand item : items) {
            if (seen.add(item)) {
                equalities.add(
                        item.type() == ValueType.NULL
                                ? operators.withNull(BinaryOperator.EQ, value, item)
                                : operators.comparison(BinaryOperator.EQ, value, item));
            }
        }
        return Condition.Or.of(equalities);
    }

    /** One of the elements of a list. */
    Operand in(Operand value, Operand.Path list) {
        ValueType element = list.last().elementType().orElse(ValueType.OBJECT);
        if (!element.scalar() || !value.type().scalar() || !value.type().promotesTo(element)) {
            throw new QueryException(
                    "Cannot compare '" + value.typeName() + "' with the elements of '" + list.typeName() + "'.");
        }
        return new Condition.Member(value, list);
    }
}
