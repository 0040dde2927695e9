package io.alignemulator.drift.site;

/** What a run takes its pace from; a test turns it instead of waiting. */
public interface Time {

    /** Milliseconds since some moment; never goes back. */
    long millis();

    /** Returns when so many milliseconds have passed. */
    void pause(long millis);
}
