package io.alignemulator.sandbox.faults;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.call.Response;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes of JSON bodies; bodies of another media type and empty ones are left alone. */
final class JsonBody {

    /** Cannot follow any JSON value or begin a part of one, so that readers which stop after the first value refuse it too. */
    private static final byte BREAK = '<';

    private static final String MEDIA_TYPE = "application/json";

    private JsonBody() {}

    /** The body with a change made to its object, or to each object of its array. */
    static Response changed(Response reply, Consumer<ObjectNode> change) {
        if (!isJson(reply)) {
            return reply;
        }
        JsonNode json = Json.read(reply.body());
        if (json instanceof ObjectNode object) {
            change.accept(object);
        } else if (json.isArray()) {
            json.forEach(each -> {
                if (each instanceof ObjectNode object) {
                    change.accept(object);
                }
            });
        } else {
            return reply;
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
    static JsonNode otherType(JsonNode value) {
        if (value.isString()) {
            return JsonNodeFactory.instance.numberNode(number(value.asString()));
        }
        if (value.isObject()) {
            return Json.array().add(value);
        }
        if (value.isArray()) {
            ObjectNode object = Json.object();
            for (int i = 0; i < value.size(); i++) {
                object.set(Integer.toString(i), value.get(i));
            }
            return object;
        }
        return value.isNull() ? Json.object() : JsonNodeFactory.instance.stringNode(value.toString());
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
