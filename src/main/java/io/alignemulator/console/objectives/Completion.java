package io.alignemulator.console.objectives;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come.
 *
 * @param percent from 0 to 100; less than 0 where nobody knows
 */
public record Completion(int percent) {

    /** @param part from 0 to 1 */
    static Completion ofPart(@Nullable Object part) {
        return new Completion(part instanceof Number number ? bounded(100 * number.doubleValue()) : -1);
    }

    /** @param percent from 0 to 100 */
    static Completion ofPercent(@Nullable Object percent) {
        return new Completion(percent instanceof Number number ? bounded(number.doubleValue()) : -1);
    }

    private static int bounded(double percent) {
        return (int) Math.round(Math.max(0, Math.min(100, percent)));
    }

    public boolean isKnown() {
        return percent >= 0;
    }

    /** In words. */
    public String text() {
        return isKnown() ? String.format(Locale.ROOT, "%d %%", percent) : "not measured";
    }

    /** As an attribute of a bar. */
    public String width() {
        return Math.max(0, percent) + "%";
    }
}
