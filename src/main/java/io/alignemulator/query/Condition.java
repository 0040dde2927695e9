package io.alignemulator.query;

import io.alignemulator.query.function.TextRelation;
import io.alignemulator.query.parse.BinaryOperator;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import io.alignemulator.values.Collation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A typed part of a filter that is true, false or unknown; {@code not}, {@code and} and {@code or} treat the unknown as SQL does. Over the database hardly anything is unknown,
 * for the framework asks it in a way that has two answers; see {@link NullComparison}.
 */
sealed interface Condition extends Operand {
    @Override
    default ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    @Nullable
    Boolean value(EvaluationScope scope);

    /** A chain: one term of the value that decides settles it; else it is the contrary, or unknown where a term is. */
    private static @Nullable Boolean chain(List<Operand> terms, boolean deciding, EvaluationScope scope) {
        Boolean outcome = !deciding;
        for (Operand term : terms) {
            scope.work().add(1);
            Boolean value = (Boolean) term.value(scope);
            if (value == null) {
                outcome = null;
            } else if (value == deciding) {
                return value;
            }
        }
        return outcome;
    }

    record IsNull(Operand operand) implements Condition {
        @Override
        public Boolean value(EvaluationScope scope) {
            return operand.value(scope) == null;
        }
    }

    /** {@code eq} with a literal, or an or-chain of them on one operand. The keys are those of {@link Values#key}. */
    record OneOf(Operand operand, Set<Object> keys, NullComparison nulls) implements Condition {
        @Override
        public @Nullable Boolean value(EvaluationScope scope) {
            Object value = operand.value(scope);
            if (value instanceof String text) {
                scope.work().text(text.length());
            }
            return value == null ? nulls.withOne(BinaryOperator.EQ) : (Boolean) holds(value);
        }

        /** One text is compared where it stands; folding it would copy it. */
        private boolean holds(Object value) {
            return (value instanceof String text && keys.size() == 1)
                    ? Collation.equal(text, (String) keys.iterator().next())
                    : keys.contains(Values.key(value));
        }
    }

    /** A comparison (rule FILT-06). */
    record Comparison(
            BinaryOperator operator, Operand left, Operand right, Comparator<Object> order, NullComparison nulls)
            implements Condition {
        @Override
        public @Nullable Boolean value(EvaluationScope scope) {
            Object a = left.value(scope);
            Object b = right.value(scope);
            if (a != null && b != null) {
                if (a instanceof String one && b instanceof String other) {
                    scope.work().text(one.length() + other.length());
                }
                return operator.accepts(order.compare(a, b));
            }
            return (a == null && b == null) ? nulls.withTwo(operator) : nulls.withOne(operator);
        }
    }

    /** {@code contains} and its like with a literal, folded once. */
    record TextTest(TextRelation relation, Operand text, String part, NullComparison nulls) implements Condition {
        @Override
        public @Nullable Boolean value(EvaluationScope scope) {
            Object value = text.value(scope);
            scope.work().text(value == null ? 0 : ((String) value).length());
            return value == null ? nulls.withOne(BinaryOperator.EQ) : (Boolean) relation.holds((String) value, part);
        }
    }

    record Not(Operand term) implements Condition {
        @Override
        public @Nullable Boolean value(EvaluationScope scope) {
            Object value = term.value(scope);
            return value == null ? null : (Boolean) !(Boolean) value;
        }
    }

    record And(List<Operand> terms) implements Condition {
        @Override
        public @Nullable Boolean value(EvaluationScope scope) {
            return chain(terms, false, scope);
        }
    }

    record Or(List<Operand> terms) implements Condition {
        /** Equalities on the same operand become one set, so that a hundred of them cost as much as one. */
        static Condition of(List<Operand> terms) {
            Map<Operand, Set<Object>> equalities = new LinkedHashMap<>();
            List<Operand> merged = new ArrayList<>();
            NullComparison nulls = NullComparison.SQL;
            for (Operand term : terms) {
                if (term instanceof OneOf equality) {
                    nulls = equality.nulls();
                    equalities
                            .computeIfAbsent(equality.operand(), operand -> new LinkedHashSet<>())
                            .addAll(equality.keys());
                } else {
                    merged.add(term);
                }
            }
            for (Map.Entry<Operand, Set<Object>> each : equalities.entrySet()) {
                merged.add(new OneOf(each.getKey(), each.getValue(), nulls));
            }
            return merged.size() == 1 && merged.get(0) instanceof Condition one ? one : new Or(merged);
        }

        @Override
        public @Nullable Boolean value(EvaluationScope scope) {
            return chain(terms, true, scope);
        }
    }

    /** Whether a value is among the elements of a list. */
    record Member(Operand item, Operand.Path list) implements Condition {
        @Override
        public Boolean value(EvaluationScope scope) {
            Object wanted = item.value(scope);
            if (wanted == null || !(list.value(scope) instanceof List<?> elements)) {
                return Boolean.FALSE;
            }
            scope.work().add(elements.size());
            Object key = Values.key(wanted);
            return elements.stream().anyMatch(element -> element != null && key.equals(Values.key(element)));
        }
    }

    /** {@code any} or {@code all}; what is unknown of an element does not hold. */
    record Quantified(Operand.Path collection, boolean all, Operand body, NullComparison nulls) implements Condition {
        @Override
        public @Nullable Boolean value(EvaluationScope scope) {
            if (!(collection.value(scope) instanceof List<?> elements)) {
                return nulls == NullComparison.SQL ? (Boolean) all : null;
            }
            for (Object element : elements) {
                scope.work().add(1);
                if (Boolean.TRUE.equals(body.value(scope.with(element))) != all) {
                    return !all;
                }
            }
            return all;
        }
    }
}
