package io.alignemulator.conformance.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** JSON of which only the beginning is there. */
final class BegunJson {

    private final Deque<Object> open = new ArrayDeque<>();
    private @Nullable Object outermost;

    private BegunJson() {}

    /** What has come of it: objects and arrays with the members that are whole; the text itself when it begins with neither. */
    static Object of(String text) {
        BegunJson begun = new BegunJson();
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                begun.take(token, parser);
            }
        } catch (JacksonException e) {
            // here it was cut
        }
        return begun.outermost == null ? text : begun.outermost;
    }

    private void take(JsonToken token, JsonParser parser) {
        if (token == JsonToken.START_OBJECT) {
            begin(new LinkedHashMap<String, @Nullable Object>(), parser.currentName());
        } else if (token == JsonToken.START_ARRAY) {
            begin(new ArrayList<@Nullable Object>(), parser.currentName());
        } else if (token.isStructEnd()) {
            open.pop();
        } else if (token.isScalarValue()) {
            add(parser.readValueAs(Object.class), parser.currentName());
        }
    }

    private void begin(Object container, @Nullable String name) {
        if (open.isEmpty()) {
            outermost = container;
        } else {
            add(container, name);
        }
        open.push(container);
    }

    @SuppressWarnings("unchecked")
    private void add(@Nullable Object value, @Nullable String name) {
        if (open.peek() instanceof Map<?, ?> object) {
            ((Map<@Nullable String, @Nullable Object>) object).put(name, value);
        } else if (open.peek() instanceof List<?> array) {
            ((List<@Nullable Object>) array).add(value);
        }
    }
}
