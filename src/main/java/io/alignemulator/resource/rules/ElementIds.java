package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.call.Context;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Nested objects that come without an id get one that no other object of their model has (rule WRIT-08); which models number theirs is the catalogue's word. No number
 * comes again.
 */
public final class ElementIds {

    private static final String SEQUENCE = "NestedObject";

    private ElementIds() {}

    /** The row with an id in each element. */
    public static Row given(Context context, Row row) {
        if (!context.settings().isOn(RuleId.WRIT_08)) {
            return row;
        }
        Row next = row;
        for (Field field : row.resource().fields()) {
            Optional<Field> id = numbered(field);
            if (id.isPresent()
                    && row.get(field) != null
                    && elements(next.get(field))
                            .anyMatch(each -> each.get(id.get().name()) == null)) {
                next = next.with(field, given(context.world(), next, field, id.get()));
                context.trace().rule(RuleId.WRIT_08);
            }
        }
        return next;
    }

    /**
     * The world in which the ids of a write are known as given, whatever becomes of them: those that it stores, and those that it takes away.
     *
     * @param before the row that was there; null for a new one
     */
    public static World remembered(World world, @Nullable Row before, Row row) {
        long highest = 0;
        for (Field field : row.resource().fields()) {
            Optional<Field> id = numbered(field);
            if (id.isPresent() && !Objects.equals(before == null ? null : before.get(field), row.get(field))) {
                Model model = field.type().model().orElseThrow();
                highest = Math.max(highest, highest(row, model, id.get()));
                highest = before == null ? highest : Math.max(highest, highest(before, model, id.get()));
            }
        }
        return highest > 0 && highest > given(world) ? world.withLastIds(Map.of(SEQUENCE, highest)) : world;
    }

    /** The highest id that a write has stored so far. */
    private static long given(World world) {
        return world.nextId(world.catalogue().resource(SEQUENCE)) - 1;
    }

    private static Object given(World world, Row row, Field field, Field id) {
        Model model = field.type().model().orElseThrow();
        long last = Math.max(Math.max(highest(world, model, id), highest(row, model, id)), given(world));
        Object value = row.get(field);
        if (value instanceof Map<?, ?> alone) {
            return completed(alone, id, last + 1);
        }
        List<Object> all = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of()) {
            boolean lacks = each instanceof Map<?, ?> map && map.get(id.name()) == null;
            all.add(lacks ? completed((Map<?, ?>) each, id, ++last) : each);
        }
        return Collections.unmodifiableList(all);
    }

    private static Map<String, @Nullable Object> completed(Map<?, ?> element, Field id, long number) {
        Map<String, @Nullable Object> completed = new LinkedHashMap<>();
        element.forEach((key, value) -> completed.put(String.valueOf(key), value));
        completed.put(id.name(), number);
        return Collections.unmodifiableMap(completed);
    }

    private static long highest(World world, Model model, Field id) {
        long highest = 0;
        for (Resource resource : world.catalogue().resources()) {
            boolean holds = resource.recordsOf().equals(resource.name())
                    && resource.fields().stream().anyMatch(field -> isOf(field, model));
            if (holds) {
                for (Row row : world.table(resource).rows()) {
                    highest = Math.max(highest, highest(row, model, id));
                }
            }
        }
        return highest;
    }

    private static long highest(Row row, Model model, Field id) {
        return row.resource().fields().stream()
                .filter(field -> isOf(field, model))
                .flatMap(field -> elements(row.get(field)))
                .mapToLong(each -> each.get(id.name()) instanceof Long number ? number : 0)
                .max()
                .orElse(0);
    }

    private static boolean isOf(Field field, Model model) {
        return field.type()
                .model()
                .filter(each -> each.name().equals(model.name()))
                .isPresent();
    }

    private static Optional<Field> numbered(Field field) {
        Optional<Model> model = field.type().model();
        if (model.isEmpty()) {
            return Optional.empty(); // as with nearly all fields of every record that is written
        }
        for (Field each : model.get().fields()) {
            if (each.is(Trait.DEFAULT_NEXT)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Stream<Map<?, ?>> elements(@Nullable Object value) {
        Stream<?> all = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return all.filter(Map.class::isInstance).map(each -> (Map<?, ?>) each);
    }
}
