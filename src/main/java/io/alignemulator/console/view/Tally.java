package io.alignemulator.console.view;

import java.util.Locale;

/**
 * How many there are.
 *
 * @param number counted so far
 * @param isAll whether counting came to an end; it stops before it takes long
 */
public record Tally(long number, boolean isAll) {

    /** With a mark at the thousands, and a plus where there may be more. */
    public String words() {
        return String.format(Locale.ROOT, "%,d", number) + (isAll ? "" : "+");
    }
}
