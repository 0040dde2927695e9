package io.alignemulator.resource.address;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.QueryKey;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.resource.address.Endpoint.Segment.WholeNumber;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of a nested collection's address select: the rows that hold these values ({@code Connectors/3/boards} are the boards whose connectorId is 3). Empty for
 * a collection of its own.
 *
 * @param values value by field
 * @param empty fields that hold nothing
 * @param parent resource and id of the record below which the collection lies, when it is not there without that record
 */
public record Selector(Map<Field, Object> values, Set<Field> empty, Optional<Map.Entry<String, Long>> parent) {

    public static final Selector NONE = new Selector(Map.of(), Set.of(), Optional.empty());

    /** Reads the texts of the variables; empty when one does not fit its field, for then the address is none of the API's. */
    public static Optional<Selector> of(Resource resource, Route route, Map<String, String> variables) {
        Map<Field, Object> values = new LinkedHashMap<>();
        Optional<Map.Entry<String, Long>> parent = Optional.empty();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            Field field = resource.field(variable.getKey());
            Optional<Object> value = value(field, variable.getValue());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(field, value.get());
            if (route.parent().isPresent() && parent.isEmpty() && value.get() instanceof Long id) {
                parent = Optional.of(Map.entry(route.parent().get(), id));
            }
        }
        return Optional.of(new Selector(values, Set.of(), parent));
    }

    private static Optional<Object> value(Field field, String text) {
        if (field.type().kind() != Kind.INTEGER) {
            return Optional.of(text);
        }
        OptionalLong number = WholeNumber.read(text);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    /**
     * Those of the rows that a list is asked for with parameters of the resource's own (rule LIST-07).
     *
     * @throws ErrorResponse when a value does not fit its field
     */
    public Selector asked(Resource resource, Parameters parameters, Settings settings) {
        Map<Field, Object> more = new LinkedHashMap<>(values);
        Set<Field> none = new LinkedHashSet<>(empty);
        for (QueryKey key : resource.queryKeys()) {
            Field field = resource.field(key.field());
            Optional<String> text = parameters.value(key.name()).filter(each -> !each.isBlank());
            Optional<Object> value = text.flatMap(each -> value(field, each.strip()));
            value.ifPresent(each -> more.put(field, each));
            if (value.isEmpty() && text.isPresent() && settings.isOn(RuleId.LIST_20)) {
                throw ErrorResponse.invalidValue(key.name(), text.get(), RuleId.LIST_20);
            }
            if (text.isEmpty() && key.noneWithout()) {
                none.add(field);
            }
        }
        return new Selector(more, none, parent);
    }

    public boolean isEmpty() {
        return values.isEmpty() && empty.isEmpty();
    }

    public boolean matches(Row row) {
        return isEmpty()
                || (empty.stream().allMatch(field -> row.get(field) == null)
                        && values.entrySet().stream().allMatch(e -> same(e.getValue(), row.get(e.getKey()))));
    }

    private static boolean same(Object wanted, @Nullable Object held) {
        boolean texts = wanted instanceof String && held instanceof String;
        return texts ? wanted.toString().equalsIgnoreCase(String.valueOf(held)) : wanted.equals(held);
    }

    /** Refuses when the record above the collection is not there for the caller, or not the caller's to write. */
    public void requireParent(Context context, Verb verb) {
        if (parent.isEmpty()) {
            return;
        }
        World world = context.world();
        String resource = parent.get().getKey();
        long id = parent.get().getValue();
        Resource above = world.catalogue().resource(resource);
        boolean asks = context.settings().isOn(RuleId.ACCS_12);
        if (asks) {
            context.require(above, Verb.READ);
        }
        Row row = world.get(resource, id).orElseThrow(() -> ErrorResponse.notFound(above, id));
        if (!asks) {
            return;
        }
        context.require(row, above, Verb.READ);
        if (verb != Verb.READ) {
            Context.require(context.access().placement(row));
        }
    }
}
