package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Brought;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.address.Selector;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.rules.effects.WriteEffects;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a record holds before anybody sets it, and what comes into the world with a new one. */
final class NewRecords {

    private NewRecords() {}

    /** A record with its id and its defaults, below the records that the address names. */
    static Row blank(Context context, Resource resource, Selector selector) {
        Resource records = context.world().table(resource).resource();
        @Nullable Object[] values = new Object[records.fields().size()];
        for (Field field : records.fields()) {
            values[field.position()] = field.initial(context.now());
        }
        values[0] = context.world().nextId(records);
        selector.values().forEach((field, value) -> values[field.position()] = value);
        return Row.of(records, values);
    }

    /** What the address says of a record, its body cannot. */
    static void keepAddress(Context context, Selector selector, Map<Field, JsonNode> sent) {
        for (Field field : selector.values().keySet()) {
            if (sent.remove(field) != null) {
                context.trace().ignored("/" + field.name(), RuleId.WRIT_29);
            }
        }
    }

    /** A day that begins by itself begins so when null is sent too (rule REPR-08). */
    static void keepStart(Map<Field, JsonNode> sent) {
        sent.entrySet()
                .removeIf(each -> each.getKey().is(Field.Trait.DEFAULT_TODAY)
                        && each.getValue().isNull());
    }

    /** The world with a new record, and with those that come along (rules such as TEAM-04). */
    static World put(Context context, Row row, WriteEffects effects) {
        World world = context.world();
        Row complete = row;
        Set<String> named = new HashSet<>();
        for (Brought brought : row.resource().brings()) {
            if (isWanted(context, row, brought) && named.add(brought.field())) {
                Row other = made(context.in(world), row, brought, effects);
                world = world.put(other);
                complete = complete.with(row.resource().field(brought.field()), other.id());
                context.trace().rule(RuleId.of(brought.rule()));
            }
        }
        return world.put(complete);
    }

    /** Whether the record names none, and the condition holds. */
    private static boolean isWanted(Context context, Row row, Brought brought) {
        Field field = row.resource().field(brought.field());
        Object named = row.get(field);
        boolean namesNone = named == null
                || field.reference().filter(each -> each.none().contains(named)).isPresent();
        boolean applies = brought.when()
                .map(when -> when.values().stream().anyMatch(value -> value.equals(row.get(when.field()))))
                .orElse(true);
        return namesNone && applies && context.settings().isOn(RuleId.of(brought.rule()));
    }

    private static Row made(Context context, Row row, Brought brought, WriteEffects effects) {
        Row other = blank(context, context.world().catalogue().resource(brought.resource()), Selector.NONE);
        for (Map.Entry<String, Object> each : brought.sets().entrySet()) {
            other = other.with(other.resource().field(each.getKey()), each.getValue());
        }
        for (Map.Entry<String, String> each : brought.copies().entrySet()) {
            Field field = other.resource().field(each.getKey());
            Object value = row.get(each.getValue());
            boolean alone = field.isArray() && value != null && !(value instanceof List<?>);
            other = other.with(field, alone ? List.of(value) : value);
        }
        return effects.completed(context, null, other, Set.of());
    }
}
