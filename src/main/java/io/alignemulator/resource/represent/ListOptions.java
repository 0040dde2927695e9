package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.EntityType;
import io.alignemulator.query.Filter;
import io.alignemulator.query.OrderBy;
import io.alignemulator.query.Select;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The options of a list, read.
 *
 * @param id the one record that {@code ?id=} asks for
 */
public record ListOptions(Optional<Filter> filter, Optional<OrderBy> order, View view, Paging paging, OptionalLong id) {

    public static ListOptions of(Resource resource, EntityType shape, Parameters parameters, Context context) {
        QueryOptions options = new QueryOptions(resource, parameters, context);
        options.refuseUnknown();
        return new ListOptions(
                filter(options, shape),
                options.named("orderby", text -> OrderBy.parse(text, shape, options.isOn(RuleId.LIST_22))),
                View.of(resource, parameters, context),
                Paging.of(resource, parameters, context),
                id(parameters, context.settings()));
    }

    private static Optional<Filter> filter(QueryOptions options, EntityType shape) {
        try {
            Optional<Filter> filter = options.text("filter").map(text -> Filter.parse(text, shape, options.dialect()));
            filter.ifPresent(options::told);
            return filter;
        } catch (QueryException e) {
            throw options.refused(QueryOptions.rule(e, RuleId.LIST_16), e);
        }
    }

    private static OptionalLong id(Parameters parameters, Settings settings) {
        Optional<String> text = parameters.value("id");
        try {
            return text.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(text.get().strip()));
        } catch (NumberFormatException e) {
            if (settings.isOn(RuleId.LIST_20)) {
                throw ErrorResponse.invalidValue("id", text.get(), RuleId.LIST_20);
            }
            return OptionalLong.empty();
        }
    }

    /** Which keys of a record an answer shows; a selection may name expanded keys when the call expands. */
    public record View(boolean expand, List<String> selected) {

        public static View of(Resource resource, Parameters parameters, Context context) {
            boolean expand = expand(parameters, context.settings());
            SelectShape shape = new SelectShape(resource, expand);
            Optional<Select> select =
                    new QueryOptions(resource, parameters, context).named("select", text -> Select.parse(text, shape));
            return new View(
                    expand,
                    select.filter(s -> !s.everything()).map(Select::names).orElse(List.of()));
        }

        private static boolean expand(Parameters parameters, Settings settings) {
            String text = parameters.value("expand").orElse("false").strip();
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") || !settings.isOn(RuleId.LIST_21)) {
                return text.equalsIgnoreCase("true");
            }
            throw ErrorResponse.invalidValue("expand", text, RuleId.LIST_21);
        }

        /** Whether the answer may hold the key. */
        boolean shows(Field field) {
            return selected.isEmpty() || selected.contains(field.name());
        }

        boolean isPlain() {
            return !expand && selected.isEmpty();
        }
    }
}
