package io.alignemulator.resource.rules.effects;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Stamp;
import io.alignemulator.resource.call.Context;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.Row;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server notes by itself: who wrote when, and the By/Date pair of a state that a record enters. A value that the client sent stays. */
final class Stamps {

    private Stamps() {}

    static Row stamped(Written written) {
        Context context = written.context();
        Row stored = written.stored();
        Row row = written.row();
        if (stored == null) {
            row = set(row, "createdBy", context.caller().uid());
        }
        row = set(row, "lastUpdatedBy", context.caller().uid());
        row = set(row, "lastUpdatedDate", context.now());
        if (!context.settings().isOn(RuleId.STMP_02) && stored != null) {
            return row;
        }
        for (Stamp stamp : row.resource().stamps()) {
            row = stamped(context, stored, row, written.sent(), stamp);
        }
        return row;
    }

    private static Row stamped(Context context, @Nullable Row stored, Row row, Set<Field> sent, Stamp stamp) {
        Object was = stored == null ? null : stored.get(stamp.field());
        Object is = row.get(stamp.field());
        if (Objects.equals(was, is)) {
            return row;
        }
        context.trace().rule(RuleId.STMP_02);
        Row stamped = row;
        if (Objects.equals(is, stamp.value())) {
            stamped = unlessSent(stamped, sent, stamp.by(), context.caller().uid());
            stamped = unlessSent(stamped, sent, stamp.date(), context.now());
        } else if (Objects.equals(was, stamp.value())) {
            stamped = unlessSent(stamped, sent, stamp.left(), context.now().truncatedTo(ChronoUnit.DAYS));
        }
        return stamped;
    }

    private static Row unlessSent(Row row, Set<Field> sent, Optional<String> field, Object value) {
        if (field.isEmpty()) {
            return row;
        }
        Field target = row.resource().field(field.get());
        return sent.contains(target) && row.get(target) != null ? row : row.with(target, value);
    }

    private static Row set(Row row, String field, Object value) {
        Resource resource = row.resource();
        return resource.has(field) ? row.with(resource.field(field), value) : row;
    }
}
