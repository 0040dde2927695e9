package io.alignemulator.query;

import io.alignemulator.work.Work;
import org.jspecify.annotations.Nullable;

/** Where an operand is evaluated: the record, and within lambdas the element of each, innermost first; each step is counted. */
record Scope(
        Object record, @Nullable Object element, @Nullable Scope outer, Work work) {
    static Scope of(Object record, Work work) {
        return new Scope(record, null, null, work);
    }

    Scope with(@Nullable Object inner) {
        return new Scope(record, inner, this, work);
    }

    /** The element of the lambda that many lambdas further out. */
    @Nullable
    Object element(int hops) {
        Scope scope = this;
        for (int i = 0; i < hops && scope.outer != null; i++) {
            scope = scope.outer;
        }
        return scope.element;
    }
}
