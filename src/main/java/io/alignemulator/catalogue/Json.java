package io.alignemulator.catalogue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees in and tokens out, without an object mapper: nothing here is mapped to objects, and loading a mapper would be a fifth of a cold start. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonFactory STRICT = FACTORY.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** The one value that the bytes hold. Throws {@link tools.jackson.core.JacksonException} when they hold none, several, or no JSON. */
    public static JsonNode read(byte[] json) {
        return read(FACTORY, json);
    }

    /** The same, for what people write by hand: a key that stands twice in one object is refused too, instead of the last one silently winning. */
    public static JsonNode readStrictly(byte[] json) {
        return read(STRICT, json);
    }

    /** The tokens of what people write by hand, one by one; a key that stands twice in one object is refused. */
    public static JsonParser strictParser(InputStream json) {
        return STRICT.createParser(ObjectReadContext.empty(), json);
    }

    /** The tokens of JSON. */
    public static JsonParser parser(byte[] json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    private static JsonNode read(JsonFactory factory, byte[] json) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) {
                throw new StreamReadException(parser, "there is no value");
            }
            JsonNode value = value(parser, factory == STRICT);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "there is more than one value");
            }
            return value;
        }
    }

    /** The value at whose first token the parser stands; a key that stands twice in one object is refused. */
    public static JsonNode value(JsonParser parser) {
        return value(parser, true);
    }

    private static JsonNode value(JsonParser parser, boolean isStrict) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, isStrict);
            case START_ARRAY -> array(parser, isStrict);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new StreamReadException(parser, "unexpected " + parser.currentToken());
        };
    }

    private static JsonNode object(JsonParser parser, boolean isStrict) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode before = object.replace(name, value(parser, isStrict));
            if (isStrict && before != null) {
                throw new StreamReadException(parser, "the key " + name + " stands twice");
            }
        }
        return object;
    }

    private static JsonNode array(JsonParser parser, boolean isStrict) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, isStrict));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** Writes UTF-8 to a stream. */
    public static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** Writes text. */
    public static JsonGenerator generator(Writer out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** An object without members. */
    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /** An array without elements. */
    public static ArrayNode array() {
        return NODES.arrayNode();
    }
}
