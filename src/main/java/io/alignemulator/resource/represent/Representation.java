package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Expansion;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Route;
import io.alignemulator.resource.call.Content;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.RuledFields;
import io.alignemulator.resource.represent.ListOptions.View;
import io.alignemulator.settings.Settings;
import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.values.ValueWriter;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * Records as JSON (rule REPR-01). The plain form is the remembered bytes of the row with {@code self} appended; selections and expanded forms are
 * written key by key.
 */
public final class Representation {

    /** About what a key and its value take; a wrong guess is a copy more. */
    private static final int BYTES_OF_A_MEMBER = 32;

    private final Context context;
    private final Resource served;
    private final DateFormat dates;

    /** @param served the resource whose collection was asked; decides the addresses of its own rows */
    public Representation(Context context, Resource served) {
        this.context = context;
        this.served = served;
        this.dates = context.settings().get(Settings.DATE_FORMAT);
    }

    public byte[] one(Row stored, View view) {
        Row row = RuledFields.shown(context, stored, view::shows);
        if (view.isPlain()) {
            return PlainRows.one(this, dates, row);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = Json.generator(out)) {
            write(json, row, keys(row, view), view, false);
        }
        return out.toByteArray();
    }

    Content list(List<Row> stored, View view) {
        List<Row> rows = RuledFields.shown(context, stored, view::shows);
        if (view.isPlain()) {
            return PlainRows.list(this, dates, rows);
        }
        List<String> keys = rows.isEmpty() ? List.of() : keys(rows.get(0), view);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 + rows.size() * keys.size() * BYTES_OF_A_MEMBER);
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartArray();
            for (Row row : rows) {
                write(json, row, keys, view, true);
            }
            json.writeEndArray();
        }
        return Content.of(out.toByteArray());
    }

    private void write(JsonGenerator json, Row row, List<String> keys, View view, boolean inList) {
        json.writeStartObject();
        for (String key : keys) {
            member(json, row, key, view, inList);
        }
        json.writeEndObject();
    }

    /** The absolute address of a record: lower case, whatever spelling the call used. */
    public String self(Row row) {
        return collection(row) + row.id();
    }

    /** What the address of a record begins with, its id excepted. */
    String collection(Row row) {
        Resource resource = row.resource().name().equals(served.recordsOf()) ? served : row.resource();
        if (resource.routes().isEmpty()) {
            return context.base() + "/";
        }
        Route route = resource.routes().get(0);
        return context.base() + "/" + (route.isFlat() ? route.path() : filled(route, row)).toLowerCase(Locale.ROOT)
                + "/";
    }

    private static String filled(Route route, Row row) {
        return route.segments().stream()
                .map(segment -> Route.variable(segment)
                        .map(field -> Objects.toString(row.get(field)))
                        .orElse(segment))
                .collect(Collectors.joining("/"));
    }

    /** Whether all records of the served resource lie in one collection, so that their addresses differ by the id only. */
    boolean isFlat() {
        return served.routes().isEmpty() || served.routes().get(0).isFlat();
    }

    /** The keys of the record's answer, and of all that stand beside it in a list. */
    private static List<String> keys(Row row, View view) {
        return view.selected().isEmpty() ? expandedOrder(row.resource()) : view.selected();
    }

    /** Expanded objects stand behind the key they come from; a resource may have an observed order of its own. */
    private static List<String> expandedOrder(Resource resource) {
        if (!resource.expandedOrder().isEmpty()) {
            return resource.expandedOrder();
        }
        Map<String, List<String>> behind = new LinkedHashMap<>();
        List<String> last = new ArrayList<>();
        for (Expansion expansion : resource.expansions()) {
            if (resource.has(expansion.key())) {
                continue; // stands at the place of the field of that name
            }
            (resource.has(expansion.from()) ? behind.computeIfAbsent(expansion.from(), f -> new ArrayList<>()) : last)
                    .add(expansion.key());
        }
        List<String> order = new ArrayList<>();
        for (Field field : resource.fields()) {
            if (RowPrinter.isSelf(field)) {
                order.addAll(last);
            }
            if (field.isPrinted()) {
                order.add(field.name());
            }
            order.addAll(behind.getOrDefault(field.name(), List.of()));
        }
        return order;
    }

    private void member(JsonGenerator json, Row row, String key, View view, boolean inList) {
        if (view.expand()) {
            for (Expansion expansion : row.resource().expansions()) {
                if (expansion.key().equals(key)) {
                    expanded(json, row, expansion);
                    return;
                }
                if (expansion.replaces() && expansion.from().equals(key)) {
                    return;
                }
            }
        }
        field(json, row, row.resource().field(key), inList);
    }

    private void field(JsonGenerator json, Row row, Field field, boolean inList) {
        if (RowPrinter.isSelf(field)) {
            json.writeName("self");
            json.writeString(self(row));
            return;
        }
        Object value = RowPrinter.value(row, field, inList);
        if (RowPrinter.isPrinted(field, value)) {
            new ValueWriter(json, dates).member(field, value);
        }
    }

    private void expanded(JsonGenerator json, Row row, Expansion expansion) {
        new ExpandedWriter(context, this, dates, json).write(row, expansion);
    }

    /** The plain form of a record inside another. */
    void nested(JsonGenerator json, Row stored) {
        Row row = RuledFields.shown(context, stored);
        json.writeStartObject();
        for (Field field : row.resource().fields()) {
            if (field.isPrinted()) {
                field(json, row, field, false);
            }
        }
        json.writeEndObject();
    }
}
