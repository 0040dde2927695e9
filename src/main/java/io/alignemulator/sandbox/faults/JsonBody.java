package io.alignemulator.sandbox.faults;

import io.alignemulator.resource.call.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Changes of JSON bodies; bodies of another media type and empty ones are left alone. */
final class JsonBody {

    /** Cannot follow any JSON value or begin a part of one, so that readers which stop after the first value refuse it too. */
    private static final byte BREAK = '<';

    private static final String MEDIA_TYPE = "application/json";

    private JsonBody() {}

    /** The body with a change made to its object, or to each object of its array. */
    @SuppressWarnings("unchecked") // keys of objects are texts
    static Response changed(Response reply, Consumer<Map<String, @Nullable Object>> change) {
        if (!isJson(reply)) {
            return reply;
        }
        Object json = JsonMapper.shared().readValue(reply.body(), Object.class);
        if (!(json instanceof Map || json instanceof List)) {
            return reply;
        }
        for (Object each : json instanceof List<?> array ? array : List.of(json)) {
            if (each instanceof Map) {
                change.accept((Map<String, @Nullable Object>) each);
            }
        }
        return with(reply, JsonMapper.shared().writeValueAsBytes(json));
    }

    /** The body with its last byte broken. */
    static Response broken(Response reply) {
        if (!isJson(reply)) {
            return reply;
        }
        byte[] body = reply.body().clone();
        body[body.length - 1] = BREAK;
        return with(reply, body);
    }

    /** A value of another JSON type. */
    static Object otherType(@Nullable Object value) {
        if (value instanceof String text) {
            return number(text);
        }
        if (value instanceof Map) {
            return List.of(value);
        }
        if (value instanceof List<?> array) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            array.forEach(each -> object.put(Integer.toString(object.size()), each));
            return object;
        }
        return value == null ? Map.of() : value.toString();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isJson(Response reply) {
        return reply.contentType().startsWith(MEDIA_TYPE) && reply.content().length() > 0;
    }

    private static Response with(Response reply, byte[] body) {
        return new Response(reply.status(), reply.contentType(), body, reply.headers());
    }
}
