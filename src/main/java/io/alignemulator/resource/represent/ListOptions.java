package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.DateComparison;
import io.alignemulator.query.Filter;
import io.alignemulator.query.OrderBy;
import io.alignemulator.query.QueryException;
import io.alignemulator.query.Select;
import io.alignemulator.query.Shape;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.settings.Settings.DateFilter;
import io.alignemulator.settings.Settings.Unsupported;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The options of a list, read.
 *
 * @param id the one record that {@code ?id=} asks for
 */
public record ListOptions(Optional<Filter> filter, Optional<OrderBy> order, View view, Paging paging, OptionalLong id) {

    public static ListOptions of(Resource resource, Shape shape, Parameters parameters, Context context) {
        Settings settings = context.settings();
        refuseUnsupported(resource, parameters, settings);
        DateComparison dates =
                settings.get(Settings.DATE_FILTER) == DateFilter.DAY ? DateComparison.DAY : DateComparison.INSTANT;
        try {
            return new ListOptions(
                    parameters
                            .option("filter")
                            .filter(text -> !text.isBlank())
                            .map(text -> Filter.parse(text, shape, dates)),
                    named(resource, parameters, "orderby", settings, text -> OrderBy.parse(text, shape)),
                    View.of(resource, parameters, settings),
                    Paging.of(resource, parameters, context),
                    id(parameters, settings));
        } catch (QueryException e) {
            throw ErrorResponse.cannotFind(resource, e.reason(), RuleId.LIST_16);
        }
    }

    /** An option that names properties. */
    private static <T> Optional<T> named(
            Resource resource, Parameters parameters, String option, Settings settings, Function<String, T> parser) {
        try {
            return parameters.option(option).filter(text -> !text.isBlank()).map(parser);
        } catch (QueryException e) {
            if (settings.isOn(RuleId.LIST_17)) {
                throw ErrorResponse.cannotFind(resource, e.reason(), RuleId.LIST_17);
            }
            return Optional.empty();
        }
    }

    private static void refuseUnsupported(Resource resource, Parameters parameters, Settings settings) {
        parameters
                .unsupported()
                .filter(name -> settings.get(Settings.UNSUPPORTED_OPTIONS) == Unsupported.REJECT)
                .ifPresent(name -> {
                    throw ErrorResponse.cannotFind(
                            resource, "The query option '" + name + "' is not supported.", RuleId.LIST_09);
                });
    }

    private static OptionalLong id(Parameters parameters, Settings settings) {
        Optional<String> text = parameters.plain("id");
        try {
            return text.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(text.get().strip()));
        } catch (NumberFormatException e) {
            if (settings.isOn(RuleId.LIST_20)) {
                throw ErrorResponse.unreadable(
                        Map.of("id", List.of("The value '" + text.get() + "' is not valid.")), RuleId.LIST_20);
            }
            return OptionalLong.empty();
        }
    }

    /** Which keys of a record an answer shows; a selection may name expanded keys when the call expands. */
    public record View(boolean expand, List<String> selected) {

        public static View of(Resource resource, Parameters parameters, Settings settings) {
            boolean expand = expand(parameters, settings);
            SelectShape shape = new SelectShape(resource, expand);
            Optional<Select> select =
                    named(resource, parameters, "select", settings, text -> Select.parse(text, shape));
            return new View(
                    expand,
                    select.filter(s -> !s.everything()).map(Select::names).orElse(List.of()));
        }

        private static boolean expand(Parameters parameters, Settings settings) {
            String text = parameters.plain("expand").orElse("false").strip();
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") || !settings.isOn(RuleId.LIST_21)) {
                return text.equalsIgnoreCase("true");
            }
            throw ErrorResponse.unreadable(
                    Map.of("expand", List.of("The value '" + text + "' is not valid.")), RuleId.LIST_21);
        }

        boolean isPlain() {
            return !expand && selected.isEmpty();
        }
    }
}
