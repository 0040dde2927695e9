package io.alignemulator.query;

import io.alignemulator.query.parse.BinaryOperator;
import io.alignemulator.query.value.Values;
import org.jspecify.annotations.Nullable;

/** What is done with two numbers. Integers stay integers, so 7 div 2 is 3; what divides by the integer 0 is null, as in the database that was measured. */
enum ArithmeticOperator {
    ADD,
    SUB,
    MUL,
    DIV,
    MOD;

    static ArithmeticOperator of(BinaryOperator operator) {
        return valueOf(operator.name());
    }

    @Nullable
    Number apply(Number a, Number b, boolean integral) {
        boolean longs = a instanceof Long && b instanceof Long;
        if (longs && (integral || (this != DIV && this != MOD))) {
            return integers((Long) a, (Long) b);
        }
        return Values.number(decimals(a.doubleValue(), b.doubleValue()));
    }

    private @Nullable Number integers(long a, long b) {
        if ((this == DIV || this == MOD) && b == 0) {
            return null;
        }
        try {
            return switch (this) {
                case ADD -> Math.addExact(a, b);
                case SUB -> Math.subtractExact(a, b);
                case MUL -> Math.multiplyExact(a, b);
                case DIV -> a / b;
                case MOD -> a % b;
            };
        } catch (ArithmeticException tooLarge) {
            return Values.number(decimals((double) a, (double) b));
        }
    }

    private double decimals(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case MOD -> a % b;
        };
    }
}
