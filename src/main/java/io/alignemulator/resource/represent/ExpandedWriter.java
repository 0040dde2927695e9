package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Expansion;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.RuledFields;
import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.values.ValueWriter;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what {@code expand=true} adds (rule REPR-10): nested records in their plain form, users in the short form of an owner, absent single objects left
 * out. Records that the caller may not see are left out too.
 */
final class ExpandedWriter {

    private final Context context;
    private final Representation representation;
    private final DateFormat dates;
    private final JsonGenerator json;

    ExpandedWriter(Context context, Representation representation, DateFormat dates, JsonGenerator json) {
        this.context = context;
        this.representation = representation;
        this.dates = dates;
        this.json = json;
    }

    void write(Row row, Expansion expansion) {
        List<Row> found = found(row, expansion).stream().filter(context::sees).toList();
        if (expansion.many()) {
            json.writeName(expansion.key());
            json.writeStartArray();
            found.forEach(each -> nested(each, expansion));
            if (found.isEmpty() && expansion.nullWhenEmpty()) {
                json.writeNull();
            }
            json.writeEndArray();
        } else if (!found.isEmpty()) {
            json.writeName(expansion.key());
            nested(found.get(0), expansion);
        }
    }

    private List<Row> found(Row row, Expansion expansion) {
        if (expansion.reverse().isPresent()) {
            String resource = expansion.reverse().get().resource();
            return context.world()
                    .naming(row, resource, expansion.reverse().get().field());
        }
        if (expansion.resources().isEmpty() || !row.resource().has(expansion.from())) {
            return List.of();
        }
        Field from = row.resource().field(expansion.from());
        List<Row> found = new ArrayList<>();
        for (Object value : values(row.get(from), from)) {
            resolved(row, from, value, expansion).ifPresent(found::add);
        }
        return found;
    }

    /** Ids; a reference kept as comma-separated text names several. */
    private static List<?> values(@Nullable Object value, Field from) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof String text && from.reference().isEmpty()) {
            return Arrays.stream(text.split(",")).map(String::strip).toList();
        }
        return value == null ? List.of() : List.of(value);
    }

    private Optional<Row> resolved(Row row, Field from, Object value, Expansion expansion) {
        Optional<Reference> reference = from.reference();
        Optional<Row> target = reference.isPresent()
                ? context.world().resolve(reference.get(), value, row)
                : context.world().table("User").find("uid", value).stream().findFirst();
        return target.filter(
                found -> expansion.resources().contains(found.resource().name()));
    }

    private void nested(Row stored, Expansion expansion) {
        if (expansion.shortForm().isEmpty()) {
            representation.nested(json, stored);
            return;
        }
        Row row = RuledFields.shown(context, stored);
        Resource resource = row.resource();
        json.writeStartObject();
        for (String key : expansion.shortForm()) {
            if (key.equals("self")) {
                json.writeName("self");
                json.writeString(representation.self(row));
            } else {
                new ValueWriter(json, dates).member(resource.field(key), row.get(key));
            }
        }
        json.writeEndObject();
    }
}
