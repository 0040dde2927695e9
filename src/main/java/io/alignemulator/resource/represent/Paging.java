package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import java.util.Optional;

/**
 * Which rows of a list are shown: skip applies before top, and what is asked for above the page is cut silently.
 *
 * @param top rows at most
 * @param skip rows to leave out first
 */
public record Paging(int top, long skip) {

    public static Paging of(Resource resource, Parameters parameters, Context context) {
        int cap = context.settings().get(Settings.PAGE_CAP);
        boolean strict = context.settings().isOn(RuleId.LIST_19);
        long top = number(resource, parameters, "top", cap, strict);
        if (top > cap) {
            context.trace().rule(RuleId.LIST_02);
        }
        return new Paging((int) Math.min(cap, top), number(resource, parameters, "skip", 0, strict));
    }

    private static long number(Resource resource, Parameters parameters, String option, long fallback, boolean strict) {
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
        if (!strict) {
            return fallback;
        }
        throw ErrorResponse.cannotFind(resource, "Value for $" + option + " is invalid.", RuleId.LIST_19);
    }
}
