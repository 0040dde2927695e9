package io.alignemulator.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A typed part of a filter that has a value: null, or the normal form of its type. */
sealed interface Operand {
    ValueType type();

    @Nullable
    Object value(Scope scope);

    record Constant(ValueType type, Object constant) implements Operand {
        @Override
        public Object value(Scope scope) {
            return constant;
        }
    }

    /** The record under test. */
    record Root() implements Operand {
        @Override
        public ValueType type() {
            return ValueType.OBJECT;
        }

        @Override
        public Object value(Scope scope) {
            return scope.record();
        }
    }

    /** A lambda's variable; {@code hops} counts the lambdas between its use and its own. */
    record Element(int hops, Path collection, ValueType type) implements Operand {
        @Override
        public @Nullable Object value(Scope scope) {
            return Values.of(type, scope.element(hops));
        }
    }

    /** One or more properties deep, from the record or from an element. */
    record Path(Operand start, List<Property> steps) implements Operand {
        Property last() {
            return steps.get(steps.size() - 1);
        }

        @Override
        public ValueType type() {
            return last().type();
        }

        @Override
        public @Nullable Object value(Scope scope) {
            return from(start.value(scope));
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

    record Call(FilterFunction function, List<Operand> arguments) implements Operand {
        @Override
        public ValueType type() {
            return function.result();
        }

        @Override
        public @Nullable Object value(Scope scope) {
            List<Object> values = new ArrayList<>(arguments.size());
            for (Operand argument : arguments) {
                Object value = argument.value(scope);
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            return Values.of(type(), function.body().apply(values));
        }
    }

    /** A condition used as a value, as in {@code (id eq 5) eq true}. */
    record Judgement(Condition condition) implements Operand {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public Object value(Scope scope) {
            return condition.test(scope);
        }
    }
}
