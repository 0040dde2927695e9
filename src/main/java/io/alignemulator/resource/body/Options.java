package io.alignemulator.resource.body;

import io.alignemulator.settings.Settings.JsonReading;
import java.time.Instant;

/**
 * How bodies are read.
 *
 * @param now what today is, for a time without a day
 * @param json as leniently as the real site reads, or strictly
 * @param wholeIntegers whether an integer has to be written as one (rule BODY-02)
 */
public record Options(Instant now, JsonReading json, boolean wholeIntegers) {

    boolean isStrict() {
        return json == JsonReading.STRICT;
    }
}
