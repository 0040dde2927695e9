package io.alignemulator.query.function;

import io.alignemulator.query.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;

/** Numbers made whole. */
final class Rounding {
    private Rounding() {}

    static Number of(Number number, DoubleUnaryOperator rounding) {
        return number instanceof Long ? number : Values.number(rounding.applyAsDouble(number.doubleValue()));
    }

    /** The nearest integer, halves away from zero, as the database rounds. */
    static double half(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).setScale(0, RoundingMode.HALF_UP).doubleValue()
                : number;
    }
}
