package io.alignemulator.conformance;

/** Something that can be said of what a client did. */
@FunctionalInterface
interface Condition {

    Outcome judge(Evidence evidence);
}
