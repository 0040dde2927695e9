package io.alignemulator.resource;

import io.alignemulator.catalogue.Resource;
import java.util.Optional;

/**
 * Which rows of a list are shown (fidelity rules of section 3): skip applies before top, and what is asked for above the page is cut silently.
 *
 * @param top rows at most
 * @param skip rows to leave out first
 */
record Paging(int top, long skip) {

    /** Default page and maximum page. */
    static final int PAGE = 100;

    static Paging of(Resource resource, Parameters parameters) {
        return new Paging(
                (int) Math.min(PAGE, number(resource, parameters, "top", PAGE)),
                number(resource, parameters, "skip", 0));
    }

    private static long number(Resource resource, Parameters parameters, String option, long fallback) {
        Optional<String> text = parameters.option(option);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            long number = Long.parseLong(text.get().strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a negative number
        }
        throw Refusal.cannotFind(resource, "Value for $" + option + " is invalid.");
    }
}
