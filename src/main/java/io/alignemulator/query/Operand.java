package io.alignemulator.query;

import io.alignemulator.query.function.Signature;
import io.alignemulator.query.function.Signature.Nulls;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A typed part of a filter that has a value: null, or the normal form of its type. */
interface Operand {
    ValueType type();

    @Nullable
    Object value(EvaluationScope scope);

    /** The type as error sentences spell it. */
    default String typeName() {
        return type().edm();
    }

    record Constant(ValueType type, Object constant) implements Operand {
        static final Constant TRUE = new Constant(ValueType.BOOLEAN, true);
        static final Constant FALSE = new Constant(ValueType.BOOLEAN, false);

        @Override
        public Object value(EvaluationScope scope) {
            return constant;
        }
    }

    /** The literal null, and an alias that no parameter of the call gives a value. */
    record Null() implements Operand {
        @Override
        public ValueType type() {
            return ValueType.NULL;
        }

        @Override
        public @Nullable Object value(EvaluationScope scope) {
            return null;
        }
    }

    /** The moment of the call: no literal, so that comparing with it is comparing instants. */
    record Now(Instant instant) implements Operand {
        @Override
        public ValueType type() {
            return ValueType.DATE_TIME;
        }

        @Override
        public Object value(EvaluationScope scope) {
            return instant;
        }
    }

    /** The record under test, {@code $it}. */
    record Root(EntityType shape) implements Operand {
        @Override
        public ValueType type() {
            return ValueType.OBJECT;
        }

        @Override
        public Object value(EvaluationScope scope) {
            return scope.record();
        }

        @Override
        public String typeName() {
            return shape.typeName();
        }
    }

    /** A lambda's variable; {@code hops} counts the lambdas between its use and its own. */
    record Element(int hops, Path collection, ValueType type) implements Operand {
        @Override
        public @Nullable Object value(EvaluationScope scope) {
            return Values.of(type, scope.element(hops));
        }

        @Override
        public String typeName() {
            return collection.last().elementTypeName();
        }
    }

    /** One or more properties deep, from the record or from an element. */
    record Path(Operand start, List<Property> steps) implements Operand {
        Property last() {
            return steps.get(steps.size() - 1);
        }

        /** Whether it is a property of the record itself. */
        boolean isOwn() {
            return start instanceof Root && steps.size() == 1;
        }

        @Override
        public ValueType type() {
            return last().type();
        }

        @Override
        public @Nullable Object value(EvaluationScope scope) {
            return from(start.value(scope));
        }

        @Override
        public String typeName() {
            return last().typeName();
        }

        @Nullable
        Object from(@Nullable Object begin) {
            Object value = begin;
            for (Property step : steps) {
                if (value == null) {
                    return null;
                }
                value = step.read(value);
            }
            return value;
        }
    }

    /** How many elements a list has. */
    record Count(Path list) implements Operand {
        @Override
        public ValueType type() {
            return ValueType.LONG;
        }

        @Override
        public Object value(EvaluationScope scope) {
            return of(list.value(scope));
        }

        static Object of(@Nullable Object list) {
            return list instanceof List<?> elements ? (long) elements.size() : 0L;
        }
    }

    /** A call of a function. */
    record Call(Signature signature, Nulls nulls, List<Operand> arguments) implements Operand {
        @Override
        public ValueType type() {
            return signature.result();
        }

        @Override
        public @Nullable Object value(EvaluationScope scope) {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = arguments.get(i).value(scope);
                if (value == null) {
                    if (nulls != Nulls.EMPTY) {
                        return nulls == Nulls.FALSE ? false : null;
                    }
                    value = "";
                }
                values[i] = value;
                scope.work().text(value instanceof String text ? text.length() : 0);
            }
            return Values.of(type(), signature.body().apply(values));
        }
    }

    /** A value made from another one; null from null. */
    record Converted(Operand operand, ValueType type, UnaryOperator<@Nullable Object> conversion) implements Operand {
        @Override
        public @Nullable Object value(EvaluationScope scope) {
            Object value = operand.value(scope);
            return value == null ? null : Values.of(type, conversion.apply(value));
        }
    }

    /** Two numbers make one; null with any number is null. */
    record Arithmetic(ArithmeticOperator operator, ValueType type, Operand left, Operand right) implements Operand {
        @Override
        public @Nullable Object value(EvaluationScope scope) {
            Object a = left.value(scope);
            Object b = right.value(scope);
            return a == null || b == null ? null : operator.apply((Number) a, (Number) b, type.integral());
        }
    }
}
