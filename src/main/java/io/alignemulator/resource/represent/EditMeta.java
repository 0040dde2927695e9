package io.alignemulator.resource.represent;

import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The answer of {@code {id}/editmeta}: the custom fields of a kind of record in the order of {@code customFields}. Only here labels and allowed values are named. */
public final class EditMeta {

    private EditMeta() {}

    public static byte[] of(World world, Row row) {
        List<Object> fields = new ArrayList<>();
        for (Row definition : world.table("CustomFieldDefinition")
                .find("resource", row.resource().name())) {
            Map<String, Object> field = new LinkedHashMap<>();
            for (String key : List.of("key", "label", "type", "allowedValues")) {
                field.put(key, java.util.Objects.requireNonNullElse(definition.get(key), ""));
            }
            fields.add(field);
        }
        return JsonMapper.shared().writeValueAsBytes(Map.of("customfields", fields));
    }
}
