package io.alignemulator.resource.rules;

import io.alignemulator.resource.call.Context;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import io.alignemulator.world.nested.NestedIds;
import io.alignemulator.world.nested.NestedIds.Sequence;

/** Nested objects that are written without an id get one that no other object of their model has or had (rule WRIT-08). */
public final class ElementIds {

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
                NestedIds.fields(row.resource()),
                new Sequence(model -> Math.max(
                        Math.max(NestedIds.highest(world, model), NestedIds.highest(row, model)),
                        NestedIds.last(world))));
    }
}
