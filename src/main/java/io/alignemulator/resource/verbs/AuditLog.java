package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.represent.Paging;
import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import io.alignemulator.world.World;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a record. The first row tells of its creation and follows from the record itself, so records of fixtures have one too; it is kept once the record changes. Every
 * update adds a row with the new values in the HTML fragments that clients parse (rules REPR-05, REPR-18 and REPR-19).
 */
public final class AuditLog {

    private AuditLog() {}

    /** The rows about a record, the oldest first. */
    public static List<Row> entries(World world, Row row) {
        List<Row> all = new ArrayList<>(kept(world, row));
        if (!isCreationKept(world, row)) {
            created(world, row, 1).ifPresent(first -> all.add(0, first));
        }
        return all;
    }

    static byte[] of(World world, Row row, DateFormat dates, Paging paging) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Row> entries = entries(world, row).stream()
                .skip(paging.skip())
                .limit(paging.top())
                .toList();
        out.write('[');
        for (int i = 0; i < entries.size(); i++) {
            out.writeBytes(i == 0 ? new byte[0] : new byte[] {','});
            out.writeBytes(RowPrinter.open(entries.get(i), dates, true));
            out.write('}');
        }
        out.write(']');
        return out.toByteArray();
    }

    /** The world with a row about an update, when the resource has an audit log and something that a client may set has changed. */
    static World updated(Context context, World world, Row stored, Row now) {
        if (!now.resource().subResources().contains("auditlog")) {
            return world;
        }
        List<AuditedValue> changes = new ArrayList<>();
        for (Field field : now.resource().fields()) {
            if (!Objects.equals(stored.get(field), now.get(field)) && isTold(field)) {
                changes.add(AuditedValue.changed(field, stored.get(field), now.get(field)));
            }
        }
        if (changes.isEmpty()) {
            return world;
        }
        World next = withCreation(world, stored);
        String details = AuditedValue.details(changes);
        return next.put(entry(
                next,
                now,
                next.nextId(entries(next)),
                context.now(),
                details,
                context.caller().uid(),
                changes));
    }

    /** From now on the record does not tell any more what it was when it came. */
    private static World withCreation(World world, Row stored) {
        if (isCreationKept(world, stored)) {
            return world;
        }
        return created(world, stored, world.nextId(entries(world)))
                .map(world::put)
                .orElse(world);
    }

    private static List<Row> kept(World world, Row row) {
        return world.table("AuditLogEntry").find("record", key(row));
    }

    /** The first entry tells it: a record that is changed often has more entries with each change. */
    private static boolean isCreationKept(World world, Row row) {
        return world.table("AuditLogEntry")
                .first("record", key(row))
                .filter(entry -> tellsOfCreation(entry.get("details"), row))
                .isPresent();
    }

    private static boolean tellsOfCreation(@Nullable Object details, Row row) {
        return details instanceof String text && text.startsWith(creation(row));
    }

    private static String creation(Row row) {
        return row.resource().auditName() + " created";
    }

    private static Optional<Row> created(World world, Row row, long id) {
        Object when = row.resource().has("createDate") ? row.get("createDate") : null;
        if (!(when instanceof Instant instant)) {
            return Optional.empty();
        }
        List<AuditedValue> values = row.resource().fields().stream()
                .filter(field -> isTold(field) && !field.startsAtATime() && isFilled(row.get(field)))
                .map(field -> AuditedValue.changed(field, null, row.get(field)))
                .toList();
        String details = values.isEmpty() ? creation(row) : creation(row) + " " + AuditedValue.details(values);
        Object by = row.resource().has("createdBy") ? row.get("createdBy") : null;
        return Optional.of(entry(world, row, id, instant, details, by, values));
    }

    /** Whether a client may set and see the field. */
    private static boolean isTold(Field field) {
        return field.isPrinted() && field.write() != Field.Write.NEVER;
    }

    private static boolean isFilled(@Nullable Object value) {
        return value != null && !value.equals("") && !value.equals(List.of());
    }

    private static Row entry(
            World world,
            Row row,
            long id,
            Instant when,
            String details,
            @Nullable Object by,
            List<AuditedValue> changes) {
        Resource resource = entries(world);
        @Nullable Object[] values = new Object[resource.fields().size()];
        values[0] = id;
        values[resource.field("record").position()] = key(row);
        values[resource.field("auditTimeStamp").position()] = when;
        values[resource.field("details").position()] = details;
        values[resource.field("changedBy").position()] = by;
        values[resource.field("changes").position()] = AuditedValue.asMaps(changes);
        return Row.of(resource, values);
    }

    private static String key(Row row) {
        return row.resource().name() + "/" + row.id();
    }

    private static Resource entries(World world) {
        return world.catalogue().resource("AuditLogEntry");
    }
}
