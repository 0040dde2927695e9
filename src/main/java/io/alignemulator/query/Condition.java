package io.alignemulator.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A typed part of a filter that holds or does not; there is no third truth value. */
sealed interface Condition {
    boolean test(Scope scope);

    /** A boolean on its own; null does not hold. */
    record Truth(Operand operand) implements Condition {
        @Override
        public boolean test(Scope scope) {
            return Boolean.TRUE.equals(operand.value(scope));
        }
    }

    record IsNull(Operand operand) implements Condition {
        @Override
        public boolean test(Scope scope) {
            return operand.value(scope) == null;
        }
    }

    /** {@code eq} with a literal, or an or-chain of them on one operand. The keys are those of {@link Values#key}. */
    record OneOf(Operand operand, Set<Object> keys) implements Condition {
        @Override
        public boolean test(Scope scope) {
            Object value = operand.value(scope);
            return value != null && keys.contains(Values.key(value));
        }
    }

    /** A comparison that null on either side fails, whatever the operator (rule FILT-14). */
    record Comparison(Operator operator, Operand left, Operand right, Comparator<Object> order) implements Condition {
        @Override
        public boolean test(Scope scope) {
            Object a = left.value(scope);
            Object b = right.value(scope);
            return a != null && b != null && operator.accepts(order.compare(a, b));
        }
    }

    record Not(Condition term) implements Condition {
        @Override
        public boolean test(Scope scope) {
            return !term.test(scope);
        }
    }

    record And(List<Condition> terms) implements Condition {
        @Override
        public boolean test(Scope scope) {
            for (Condition term : terms) {
                if (!term.test(scope)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Or(List<Condition> terms) implements Condition {
        /** Equalities on the same operand become one set, so that a hundred of them cost as much as one. */
        static Condition of(List<Condition> terms) {
            Map<Operand, Set<Object>> equalities = new LinkedHashMap<>();
            List<Condition> merged = new ArrayList<>();
            for (Condition term : terms) {
                if (term instanceof OneOf equality) {
                    equalities
                            .computeIfAbsent(equality.operand(), operand -> new LinkedHashSet<>())
                            .addAll(equality.keys());
                } else {
                    merged.add(term);
                }
            }
            equalities.forEach((operand, keys) -> merged.add(new OneOf(operand, keys)));
            return merged.size() == 1 ? merged.get(0) : new Or(merged);
        }

        @Override
        public boolean test(Scope scope) {
            for (Condition term : terms) {
                if (term.test(scope)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code any} or {@code all}; a collection that is null counts as empty. */
    record Quantified(Operand.Path collection, boolean all, Condition body) implements Condition {
        @Override
        public boolean test(Scope scope) {
            if (collection.value(scope) instanceof List<?> elements) {
                for (Object element : elements) {
                    if (body.test(scope.with(element)) != all) {
                        return !all;
                    }
                }
            }
            return all;
        }
    }
}
