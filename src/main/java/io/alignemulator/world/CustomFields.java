package io.alignemulator.world;

import io.alignemulator.world.Computation.Call;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The custom fields of a record, as {@link Computation} completes them by what the site defines. */
public final class CustomFields {

    private CustomFields() {}

    /** Whether a value that a client chose is that one of a list: by its text, or by its id where the text has been left to the site to fill in. */
    public static boolean isMeant(Map<?, ?> allowed, Map<?, ?> chosen) {
        Object id = chosen.get("id");
        return (chosen.get("value") == null && id != null)
                ? Objects.equals(allowed.get("id"), id)
                : Objects.equals(allowed.get("value"), chosen.get("value"));
    }

    /** An entry for each of the definitions in {@code in}; what the record holds while there is none. */
    static @Nullable Object completed(Call call) {
        List<Row> definitions = call.world()
                .table(call.text("in"))
                .find("resource", call.row().resource().name());
        if (definitions.isEmpty()) {
            return call.held();
        }
        Map<Object, @Nullable Object> held = new LinkedHashMap<>();
        for (Object entry : call.held() instanceof List<?> list ? list : List.of()) {
            held.putAll(entry instanceof Map<?, ?> map ? map : Map.of());
        }
        return definitions.stream()
                .map(definition -> {
                    String key = String.valueOf(definition.get("key"));
                    return entry(key, completed(definition, held.get(key)));
                })
                .toList();
    }

    /** Values of a list with both their id and their text, whichever of them was sent. */
    private static @Nullable Object completed(Row definition, @Nullable Object value) {
        if (!(value instanceof List<?> chosen) || !(definition.get("allowedValues") instanceof List<?> allowed)) {
            return value;
        }
        return chosen.stream()
                .map(each -> each instanceof Map<?, ?> one && (one.get("id") == null || one.get("value") == null)
                        ? allowed.stream()
                                .filter(other -> other instanceof Map<?, ?> option && isMeant(option, one))
                                .findFirst()
                                .map(Object.class::cast)
                                .orElse(each)
                        : each)
                .toList();
    }

    private static Map<String, @Nullable Object> entry(String key, @Nullable Object value) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(key, value);
        return Collections.unmodifiableMap(entry);
    }
}
