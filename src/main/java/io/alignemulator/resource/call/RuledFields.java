package io.alignemulator.resource.call;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Computed fields whose rule can be switched ({@code rule} of {@code x-derived}), as a call reads them. Records hold what is computed whatever is switched, because sandboxes with
 * other switches share them; where the rule is off, a call reads the field as if nobody had computed it. Where it is on, a call that shows what would otherwise be something else,
 * or asks for the field, has relied on the rule.
 */
public final class RuledFields {

    private RuledFields() {}

    /** The fields of a resource that are read as if nobody had computed them. */
    public static List<Field> off(Settings settings, Resource resource) {
        List<Field> off = new ArrayList<>();
        for (Field field : resource.ruled()) {
            if (!settings.isOn(rule(field))) {
                off.add(field);
            }
        }
        return off;
    }

    /** A record as a site with these settings shows it. */
    public static Row read(Settings settings, Row row) {
        Row read = row;
        for (Field field : off(settings, row.resource())) {
            read = read.with(field, field.uncomputed());
        }
        return read;
    }

    /** A record as the call shows it; all its fields. */
    public static Row shown(Context context, Row row) {
        return shown(context, row, field -> true);
    }

    /** A record as the call shows it, of which it may show some fields only. */
    public static Row shown(Context context, Row row, Predicate<Field> isShown) {
        return row.resource().ruled().isEmpty()
                ? row
                : shown(context, List.of(row), isShown).get(0);
    }

    /** Records of one resource as the call shows them, of which it may show some fields only. */
    public static List<Row> shown(Context context, List<Row> rows, Predicate<Field> isShown) {
        List<Field> ruled = rows.isEmpty() ? List.of() : rows.get(0).resource().ruled();
        List<Row> shown = rows;
        for (Field field : ruled) {
            if (isShown.test(field) && isComputed(rows, field)) {
                shown = shown(context, shown, field);
            }
        }
        return shown;
    }

    private static List<Row> shown(Context context, List<Row> rows, Field field) {
        if (context.settings().isOn(rule(field))) {
            context.trace().rule(rule(field));
            return rows;
        }
        return rows.stream().map(row -> row.with(field, field.uncomputed())).toList();
    }

    /** Whether a record holds something that it would not hold if nobody had computed it. */
    private static boolean isComputed(List<Row> rows, Field field) {
        Object uncomputed = field.uncomputed();
        for (Row row : rows) {
            if (!Objects.equals(row.get(field), uncomputed)) {
                return true;
            }
        }
        return false;
    }

    /** Notes that what a call is answered hangs on the field; whether it is read as computed. */
    public static boolean asked(Context context, Field field) {
        boolean computed = field.computedBy().isEmpty() || context.settings().isOn(rule(field));
        if (computed) {
            field.computedBy().ifPresent(context.trace()::rule);
        }
        return computed;
    }

    private static RuleId rule(Field field) {
        return field.computedBy().orElseThrow();
    }
}
