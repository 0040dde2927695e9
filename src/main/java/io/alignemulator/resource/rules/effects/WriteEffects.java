package io.alignemulator.resource.rules.effects;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.rules.entry.Entries;
import io.alignemulator.resource.rules.entry.Entry;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that follows from a write, by the catalogue and by the rules that are on. */
public final class WriteEffects {

    private final Entries<WriteEffect> effects = new Entries<>(Resource::effects, WriteEffect::of);

    /**
     * A record on its way into the world, with all that the server itself does to it: fields that follow from others, and who did what when.
     *
     * @param stored the record before the write; null for a new one
     * @param row the record as the client wants it
     * @param sent the fields that the client set
     */
    public Row completed(Context context, @Nullable Row stored, Row row, Set<Field> sent) {
        Written written = new Written(context, stored, row, sent);
        written = written.with(each(written, WriteEffect::moved));
        written = written.with(Stamps.stamped(written));
        return each(written, WriteEffect::filled);
    }

    /** Whether a write of such a record may do something to others. */
    public boolean reachOthers(Resource resource) {
        for (Entry<WriteEffect> entry : effects.of(resource)) {
            if (entry.does().reachesOthers()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What happens to other records because of a write that is done: each as it is, and as it would be.
     *
     * @param context with the world in which the record is stored
     * @param stored the record before the write; null for a new one
     * @param now the record as it is
     */
    public Map<Row, Row> carried(Context context, @Nullable Row stored, Row now) {
        List<Entry<WriteEffect>> about = about(context, stored, now, WriteEffect::reachesOthers);
        if (about.isEmpty()) {
            return Map.of();
        }
        Written written =
                new Written(context, stored, now, Set.copyOf(now.resource().fields()));
        Map<Row, Row> others = new LinkedHashMap<>();
        for (Entry<WriteEffect> entry : about) {
            for (WriteEffect.Consequence each : entry.does().carried(written).toList()) {
                context.trace().rule(entry.id());
                Row changed = each.of().with(each.field(), each.value());
                others.put(each.of(), completed(context, each.of(), changed, Set.of(each.field())));
            }
        }
        return others;
    }

    private Row each(Written written, BiFunction<WriteEffect, Written, Row> act) {
        Written next = written;
        for (Entry<WriteEffect> entry : about(written.context(), written.stored(), written.row(), effect -> true)) {
            Row row = act.apply(entry.does(), next);
            if (!row.equals(next.row())) {
                next.context().trace().rule(entry.id());
                next = next.with(row);
            }
        }
        return next.row();
    }

    private List<Entry<WriteEffect>> about(
            Context context, @Nullable Row stored, Row row, Predicate<WriteEffect> which) {
        List<Entry<WriteEffect>> about = new ArrayList<>();
        for (Entry<WriteEffect> entry : effects.of(row.resource())) {
            if (which.test(entry.does()) && entry.isAbout(context.settings(), stored, row)) {
                about.add(entry);
            }
        }
        return about;
    }
}
