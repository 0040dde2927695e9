package io.alignemulator.conformance.run;

/** Is told how far a run has come. */
@FunctionalInterface
public interface Progress {

    /**
     * A scenario is over; told by one thread after another.
     *
     * @param done scenarios that are over, this one included
     * @param all scenarios
     * @param failed how many of those that are over brought a failure to light
     */
    void over(int done, int all, int failed);
}
