package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.represent.Paging;
import io.alignemulator.resource.rules.RowTree;
import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import io.alignemulator.world.World;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened to a record. The first row tells of its creation and follows from the record itself, so records of fixtures have one too; every update adds a row with the
 * new values in the HTML fragments that clients parse (rule REPR-18).
 */
final class AuditLog {

    private AuditLog() {}

    static byte[] of(World world, Row row, DateFormat dates, Paging paging) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Row> all = new ArrayList<>();
        created(world, row).ifPresent(all::add);
        all.addAll(world.table("AuditLogEntry").find("record", key(row)));
        List<Row> entries = all.stream().skip(paging.skip()).limit(paging.top()).toList();
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
    static World updated(World world, Row stored, Row now, Instant when) {
        if (!now.resource().subResources().contains("auditlog")) {
            return world;
        }
        String details = now.resource().fields().stream()
                .filter(field -> field.isPrinted() && field.write() != Field.Write.NEVER)
                .filter(field -> !Objects.equals(stored.get(field), now.get(field)))
                .map(field -> fragment(field, now.get(field)))
                .collect(Collectors.joining(" "));
        if (details.isEmpty()) {
            return world;
        }
        return world.put(entry(world.catalogue(), world.nextId(entries(world.catalogue())), now, when, details));
    }

    private static Optional<Row> created(World world, Row row) {
        Object when = row.resource().has("createDate") ? row.get("createDate") : null;
        return when instanceof Instant instant
                ? Optional.of(
                        entry(world.catalogue(), 1, row, instant, row.resource().auditName() + " created"))
                : Optional.empty();
    }

    private static String fragment(Field field, @Nullable Object value) {
        JsonNode node = RowTree.node(field, value);
        String text = node.isString() ? node.asString() : node.toString();
        return "<font class=\"fields\">" + label(field.name()) + "</font>: <font  class=\"values\">" + text + "</font>";
    }

    /** primaryProgramId is shown as "Primary Program Id". */
    private static String label(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Row entry(Catalogue catalogue, long id, Row row, Instant when, String details) {
        Resource resource = entries(catalogue);
        @Nullable Object[] values = new Object[resource.fields().size()];
        values[0] = id;
        values[resource.field("record").position()] = key(row);
        values[resource.field("auditTimeStamp").position()] = when;
        values[resource.field("details").position()] = details;
        return Row.of(resource, values);
    }

    private static String key(Row row) {
        return row.resource().name() + "/" + row.id();
    }

    private static Resource entries(Catalogue catalogue) {
        return catalogue.resource("AuditLogEntry");
    }
}
