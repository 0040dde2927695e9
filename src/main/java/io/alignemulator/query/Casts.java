package io.alignemulator.query;

import io.alignemulator.query.parse.Expression;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code cast(value,type)}, and its relative {@code isof}, which the database has no word for. The type stands in quotes or without. */
final class Casts {
    private static final double LONG_LIMIT = 0x1p63;

    private Casts() {}

    static Operand call(String name, Expression.Call call, List<Operand> arguments) {
        int count = arguments.size();
        if (count != 1 && count != 2) {
            throw new QueryException(
                    "The Cast or IsOf expression has an invalid number of operands: number of operands is '" + count
                            + "' and it should be 1 or 2.");
        }
        Optional<ValueType> type = arguments.get(count - 1) instanceof Operand.Constant constant
                ? ValueType.ofEdm(String.valueOf(constant.constant()))
                : Optional.empty();
        if (type.isEmpty()) {
            throw new QueryException("Cast or IsOf Function must have a type in its arguments.");
        }
        if (arguments.get(0).type() == ValueType.COLLECTION) {
            throw new QueryException("Cast or IsOf Function does not support collections.");
        }
        if (name.equals("isof")) {
            throw QueryException.untranslatable("(r is " + type.get().edm() + ")");
        }
        return count == 1
                ? new Operand.Converted(arguments.get(0), type.get(), value -> null)
                : cast(arguments.get(0), type.get());
    }

    /** Numbers become other numbers and texts; whatever else is asked for is null. */
    private static Operand cast(Operand value, ValueType type) {
        ValueType from = value.type();
        if (from == type) {
            return value;
        }
        return new Operand.Converted(value, type, conversion(from, type));
    }

    private static UnaryOperator<@Nullable Object> conversion(ValueType from, ValueType type) {
        if (type == ValueType.TEXT && from.scalar()) {
            return value -> String.valueOf(value);
        }
        if (from.number() && type.integral()) {
            return value -> whole((Number) value);
        }
        if (from.number() && type.number()) {
            return value -> value;
        }
        return value -> null;
    }

    /** Without its fraction. What no integer holds is null. */
    private static @Nullable Object whole(Number number) {
        double value = number.doubleValue();
        return number instanceof Long ? number : Math.abs(value) < LONG_LIMIT ? (Object) (long) value : null;
    }
}
