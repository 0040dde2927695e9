package io.alignemulator.query;

import org.jspecify.annotations.Nullable;

/** Where an operand is evaluated: the record, and within lambdas the element of each, innermost first. */
record Scope(
        Object record, @Nullable Object element, @Nullable Scope outer) {
    static Scope of(Object record) {
        return new Scope(record, null, null);
    }

    Scope with(@Nullable Object inner) {
        return new Scope(record, inner, this);
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
