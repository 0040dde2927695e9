package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.resource.rules.RowTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of a row of an audit log, as people read it.
 *
 * @param label made from the key
 * @param old what it held; null for nothing
 * @param now what it holds; null for nothing
 */
record AuditedValue(
        String label, @Nullable String old, @Nullable String now) {

    /** Characters of a value that a row tells: each change of a long text would keep it twice more. */
    private static final int LONGEST = 2_000;

    static AuditedValue changed(Field field, @Nullable Object old, @Nullable Object now) {
        return new AuditedValue(label(field.name()), text(field, old), text(field, now));
    }

    /** The observed form: clients parse these fragments, the two blanks included. */
    static String details(List<AuditedValue> values) {
        StringBuilder details = new StringBuilder();
        for (AuditedValue each : values) {
            details.append(details.isEmpty() ? "" : " ")
                    .append("<font class=\"fields\">")
                    .append(each.label)
                    .append("</font>: <font  class=\"values\">")
                    .append(each.now)
                    .append("</font>");
        }
        return details.toString();
    }

    /** What a row holds of them. */
    static List<Map<String, @Nullable Object>> asMaps(List<AuditedValue> values) {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>(values.size());
        for (AuditedValue each : values) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>(4);
            map.put("label", each.label);
            map.put("oldValue", each.old);
            map.put("newValue", each.now);
            maps.add(Collections.unmodifiableMap(map));
        }
        return Collections.unmodifiableList(maps);
    }

    /** primaryProgramId is shown as "Primary Program Id". */
    private static String label(String name) {
        StringBuilder words = new StringBuilder(name.substring(0, 1).toUpperCase(Locale.ROOT));
        for (int i = 1; i < name.length(); i++) {
            boolean begins = name.charAt(i) >= 'A' && name.charAt(i) <= 'Z';
            boolean follows = name.charAt(i - 1) < 'A' || name.charAt(i - 1) > 'Z';
            words.append(begins && follows ? " " : "").append(name.charAt(i));
        }
        return words.toString();
    }

    private static String json(Field field, Object value) {
        JsonNode node = RowTree.node(field, value);
        return node.isString() ? node.asString() : node.toString();
    }

    /** What a value of a list means where that is known, else the value. */
    private static @Nullable String text(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String meaning = field.labels().getOrDefault(value.toString(), "(");
        if (!meaning.startsWith("(")) {
            return meaning;
        }
        String text = field.type().kind() == Kind.INTEGER ? value.toString() : json(field, value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
