package io.alignemulator.world;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.values.ValueWriter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Prints the plain form of a row, all but {@code self}, and lets the row remember it: only {@code self} depends on how the server was addressed. */
public final class RowPrinter {

    private RowPrinter() {}

    /** The object without its closing brace and without self; the form differs between a list and a single answer where a field says so. */
    public static byte[] open(Row row, DateFormat dates, boolean inList) {
        boolean listForm = inList && row.resource().listForm();
        int form = dates.ordinal() * 2 + (listForm ? 1 : 0);
        return row.printed(form, r -> print(r, dates, inList));
    }

    /** A record as it is stored: the whole object, without self. */
    public static byte[] stored(Row row) {
        byte[] open = open(row, DateFormat.MILLIS, false);
        byte[] whole = Arrays.copyOf(open, open.length + 1);
        whole[open.length] = '}';
        return whole;
    }

    private static byte[] print(Row row, DateFormat dates, boolean inList) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator out = Json.generator(bytes)) {
            ValueWriter writer = new ValueWriter(out, dates);
            out.writeStartObject();
            for (Field field : row.resource().fields()) {
                Object value = value(row, field, inList);
                if (isPrinted(field, value)) {
                    writer.member(field, value);
                }
            }
            out.writeEndObject();
        }
        byte[] closed = bytes.toByteArray();
        return java.util.Arrays.copyOf(closed, closed.length - 1);
    }

    /** Whether a plain answer holds the key; {@code self} is added by whoever knows the address. */
    public static boolean isPrinted(Field field, @Nullable Object value) {
        return field.isPrinted() && !isSelf(field) && !(value == null && field.is(Trait.OMIT_WHEN_NULL));
    }

    /** Whether a record of the resource names its own address. */
    public static boolean hasSelf(Resource resource) {
        return resource.has("self");
    }

    public static boolean isSelf(Field field) {
        return field.name().equals("self");
    }

    /** What a field shows: a field that is null in every list shows an empty array in a single answer. */
    public static @Nullable Object value(Row row, Field field, boolean inList) {
        Object value = row.get(field);
        if (!field.is(Trait.NULL_IN_LIST)) {
            return value;
        }
        return inList ? null : value == null ? List.of() : value;
    }
}
