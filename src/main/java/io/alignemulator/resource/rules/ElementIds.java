package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Model;
import io.alignemulator.resource.call.Context;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import io.alignemulator.world.nested.NestedIds;
import io.alignemulator.world.nested.NestedIds.Sequence;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Nested objects that are written without an id get one that no other object of their model has or had (rule WRIT-08). */
public final class ElementIds {

    private static final String SEQUENCE = "NestedObject";

    private ElementIds() {}

    /** The row with an id in each element. */
    public static Row given(Context context, Row row) {
        if (!NestedIds.areMissing(row) || !context.settings().isOn(RuleId.WRIT_08)) {
            return row;
        }
        World world = context.world();
        context.trace().rule(RuleId.WRIT_08);
        return NestedIds.given(
                row,
                new Sequence(model -> Math.max(
                        Math.max(NestedIds.highest(world, model), NestedIds.highest(row, model)), given(world))));
    }

    /**
     * The world in which the ids of a write are known as given, whatever becomes of them: those that it stores, and those that it takes away.
     *
     * @param before the row that was there; null for a new one
     */
    public static World remembered(World world, @Nullable Row before, Row row) {
        long highest = 0;
        for (Field field : row.resource().fields()) {
            if (NestedIds.isNumbered(field)
                    && !Objects.equals(before == null ? null : before.get(field), row.get(field))) {
                Model model = field.type().model().orElseThrow();
                highest = Math.max(highest, NestedIds.highest(row, model));
                highest = before == null ? highest : Math.max(highest, NestedIds.highest(before, model));
            }
        }
        return highest > 0 && highest > given(world) ? world.withLastIds(Map.of(SEQUENCE, highest)) : world;
    }

    /** The highest id that a write has stored so far. */
    private static long given(World world) {
        return world.nextId(world.catalogue().resource(SEQUENCE)) - 1;
    }
}
