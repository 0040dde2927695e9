package io.alignemulator.drift;

import io.alignemulator.drift.site.Time;

/** A time that passes only while somebody waits. */
public final class TurnedTime implements Time {

    private long millis = 1_000_000;

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public void pause(long forMillis) {
        millis += forMillis;
    }
}
