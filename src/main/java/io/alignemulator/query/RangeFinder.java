package io.alignemulator.query;

import io.alignemulator.query.parse.BinaryOperator;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import io.alignemulator.work.Work;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Finds comparisons of a property of the record itself with a value that all of a condition demands: what satisfies them stands together in the order of the property. */
final class RangeFinder {

    private RangeFinder() {}

    static Optional<Range> find(Operand condition) {
        if (condition instanceof Condition.And and) {
            return and.terms().stream()
                    .map(RangeFinder::find)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (condition instanceof Condition.OneOf equality && equality.keys().size() == 1 && isOwn(equality.operand())) {
            Operand.Path path = (Operand.Path) equality.operand();
            Object key = equality.keys().iterator().next();
            Comparator<Object> order = Values.order(path.type());
            return Optional.of(range(path, BinaryOperator.EQ, value -> order.compare(value, key)));
        }
        return condition instanceof Condition.Comparison comparison ? compared(comparison) : Optional.empty();
    }

    private static Optional<Range> compared(Condition.Comparison comparison) {
        boolean isTurned = isOwn(comparison.right());
        Operand property = isTurned ? comparison.right() : comparison.left();
        Operand other = isTurned ? comparison.left() : comparison.right();
        boolean isFixed = other instanceof Operand.Constant || other instanceof Operand.Now;
        if (!isOwn(property) || !isFixed || comparison.operator() == BinaryOperator.NE) {
            return Optional.empty();
        }
        Object with = other.value(EvaluationScope.of("", Work.unbounded()));
        return with == null
                ? Optional.empty()
                : Optional.of(range(
                        (Operand.Path) property,
                        isTurned ? turned(comparison.operator()) : comparison.operator(),
                        value -> comparison.order().compare(value, with)));
    }

    /** Null, which stands first, satisfies no comparison with a value. */
    private static Range range(Operand.Path path, BinaryOperator operator, ToIntFunction<Object> compared) {
        boolean isOpenBelow = operator == BinaryOperator.LT || operator == BinaryOperator.LE;
        return new Range(OrderBy.ascending(path), record -> {
            @Nullable Object value = path.from(record);
            if (value == null) {
                return -1;
            }
            int order = compared.applyAsInt(value);
            if (operator.accepts(order)) {
                return 0;
            }
            return isOpenBelow || (operator == BinaryOperator.EQ && order > 0) ? 1 : -1;
        });
    }

    private static BinaryOperator turned(BinaryOperator operator) {
        return switch (operator) {
            case GT -> BinaryOperator.LT;
            case GE -> BinaryOperator.LE;
            case LT -> BinaryOperator.GT;
            case LE -> BinaryOperator.GE;
            default -> operator;
        };
    }

    /** Whether it is a property of the record, one value that has an order. */
    private static boolean isOwn(Operand operand) {
        return operand instanceof Operand.Path path
                && path.isOwn()
                && (path.type().number() || path.type() == ValueType.TEXT || path.type() == ValueType.DATE_TIME);
    }
}
