package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.call.Context;
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
        QueryOptions options = new QueryOptions(resource, parameters, context);
        int cap = context.settings().get(Settings.PAGE_CAP);
        long top = number(options, "top", cap);
        if (top > cap) {
            context.trace().rule(RuleId.LIST_02);
        }
        return new Paging((int) Math.min(cap, top), number(options, "skip", 0));
    }

    private static long number(QueryOptions options, String option, long fallback) {
        Optional<String> text = options.text(option);
        if (text.isEmpty()) {
            return fallback;
        }
        long number = -1;
        try {
            number = Long.parseLong(text.get().strip());
        } catch (NumberFormatException e) {
            // refused below, like a negative number
        }
        if (number < 0) {
            if (options.isOn(RuleId.LIST_19)) {
                throw options.refused(RuleId.LIST_19, invalid(text.get(), option));
            }
            return fallback;
        }
        if (number > Integer.MAX_VALUE && options.isOn(RuleId.LIST_10)) {
            throw options.refused(RuleId.LIST_10, exceeded(number, option));
        }
        return number;
    }

    private static String invalid(String text, String option) {
        return "Invalid value '" + text + "' for $" + option + " query option found. The $" + option
                + " query option requires a non-negative integer value.";
    }

    private static String exceeded(long number, String option) {
        return "The limit of '" + Integer.MAX_VALUE + "' for " + (option.equals("top") ? "Top" : "Skip")
                + " query has been exceeded. The value from the incoming request is '" + number + "'.";
    }
}
