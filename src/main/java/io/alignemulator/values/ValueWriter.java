package io.alignemulator.values;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import io.alignemulator.settings.Settings.DateFormat;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Prints values as the API does: explicit nulls, decimals with a fraction digit, date-times in the site's format (rules REPR). */
public final class ValueWriter {

    /** Above this a double prints in scientific notation on the real server; below it as plain digits. */
    private static final double PLAIN_LIMIT = 1e15;

    private static final FieldType FREE_FORM = new FieldType(Kind.OBJECT, "", Optional.empty(), Optional.empty());

    private final JsonGenerator out;
    private final DateFormat dates;

    public ValueWriter(JsonGenerator out, DateFormat dates) {
        this.out = out;
        this.dates = dates;
    }

    /** A value of the given type as JSON on one line. */
    public static String text(FieldType type, @Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.generator(text)) {
            new ValueWriter(out, DateFormat.MILLIS).value(type, value);
        }
        return text.toString();
    }

    /** Prints a key and its value. */
    public void member(Field field, @Nullable Object value) {
        out.writeName(field.name());
        value(field.type(), value);
    }

    /** Prints a value of the given type. */
    public void value(FieldType type, @Nullable Object value) {
        if (value instanceof List<?> list) {
            out.writeStartArray();
            list.forEach(element -> element(type, element));
            out.writeEndArray();
        } else {
            element(type, value);
        }
    }

    private void element(FieldType type, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            object(type, map);
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            decimal(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Instant instant) {
            out.writeString(dates == DateFormat.MILLIS ? Dates.millis(instant) : Dates.seconds(instant));
        } else if (value instanceof List<?>) {
            value(type, value);
        } else {
            out.writeNull();
        }
    }

    private void decimal(double number) {
        if (!(Math.abs(number) < PLAIN_LIMIT)) {
            // NaN and the infinities become texts where they are written as JSON
            out.writeNumber(number);
        } else if (number == Math.rint(number)) {
            out.writeNumber((long) number + ".0");
        } else {
            out.writeNumber(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
        }
    }

    private void object(FieldType type, Map<?, ?> map) {
        out.writeStartObject();
        Model model = type.model().orElse(null);
        if (model != null && model.dynamic().isEmpty()) {
            model.fields().forEach(field -> known(field, map.get(field.name())));
        } else {
            FieldType inner =
                    model == null ? FREE_FORM : model.dynamic().orElseThrow().type();
            map.forEach((key, value) -> {
                out.writeName(String.valueOf(key));
                value(inner, value);
            });
        }
        out.writeEndObject();
    }

    private void known(Field field, @Nullable Object value) {
        if (value != null || !field.is(Trait.OMIT_WHEN_NULL)) {
            member(field, value);
        }
    }
}
