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
import io.alignemulator.settings.Settings;
import io.alignemulator.settings.Settings.DateFilter;
import io.alignemulator.settings.Settings.Unsupported;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The options of a list, read (fidelity rules of section 3).
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
                    parameters
                            .option("orderby")
                            .filter(text -> !text.isBlank())
                            .map(text -> OrderBy.parse(text, shape)),
                    View.of(resource, parameters),
                    Paging.of(resource, parameters, context),
                    id(parameters));
        } catch (QueryException e) {
            throw ErrorResponse.cannotFind(resource, e.reason());
        }
    }

    private static void refuseUnsupported(Resource resource, Parameters parameters, Settings settings) {
        parameters
                .unsupported()
                .filter(name -> settings.get(Settings.UNSUPPORTED_OPTIONS) == Unsupported.REJECT)
                .ifPresent(name -> {
                    throw ErrorResponse.cannotFind(resource, "The query option '" + name + "' is not supported.");
                });
    }

    private static OptionalLong id(Parameters parameters) {
        Optional<String> text = parameters.plain("id");
        try {
            return text.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(text.get().strip()));
        } catch (NumberFormatException e) {
            throw ErrorResponse.unreadable(Map.of("id", List.of("The value '" + text.get() + "' is not valid.")));
        }
    }

    /** Which keys of a record an answer shows; a selection may name expanded keys when the call expands. */
    public record View(boolean expand, List<String> selected) {

        public static View of(Resource resource, Parameters parameters) {
            boolean expand = expand(parameters);
            Optional<Select> select = parameters
                    .option("select")
                    .filter(text -> !text.isBlank())
                    .map(text -> Select.parse(text, new SelectShape(resource, expand)));
            return new View(
                    expand,
                    select.filter(s -> !s.everything()).map(Select::names).orElse(List.of()));
        }

        private static boolean expand(Parameters parameters) {
            String text = parameters.plain("expand").orElse("false").strip();
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                return text.equalsIgnoreCase("true");
            }
            throw ErrorResponse.unreadable(Map.of("expand", List.of("The value '" + text + "' is not valid.")));
        }

        boolean isPlain() {
            return !expand && selected.isEmpty();
        }
    }
}
