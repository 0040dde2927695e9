package io.alignemulator.query;

import io.alignemulator.work.Work;
import org.jspecify.annotations.Nullable;

/** Where an operand is evaluated: the record, and within lambdas the element of each, innermost first; each step is counted. */
record EvaluationScope(
        Object record, @Nullable Object element, @Nullable EvaluationScope outer, Work work) {
    static EvaluationScope of(Object record, Work work) {
        return new EvaluationScope(record, null, null, work);
    }

    EvaluationScope with(@Nullable Object inner) {
        return new EvaluationScope(record, inner, this, work);
    }

    /** The element of the lambda that many lambdas further out. */
    @Nullable
    Object element(int hops) {
        EvaluationScope scope = this;
        for (int i = 0; i < hops && scope.outer != null; i++) {
            scope = scope.outer;
        }
        return scope.element;
    }
}
