package io.alignemulator.resource.body;

import io.alignemulator.resource.body.token.BodyToken;
import io.alignemulator.resource.body.token.SiteReader;
import io.alignemulator.resource.body.token.Wanted;
import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that no model describes, as trees. */
final class FreeReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FreeReader() {}

    /** The value at whose first token the reader stands. */
    static JsonNode value(SiteReader reader) {
        return value(reader, UnaryOperator.identity());
    }

    /** The same, with every text but keys as another function writes it. */
    static JsonNode value(SiteReader reader, UnaryOperator<String> texts) {
        return switch (reader.token()) {
            case START_OBJECT -> object(reader, texts);
            case START_ARRAY -> array(reader, texts);
            case TEXT -> NODES.stringNode(texts.apply(String.valueOf(reader.value())));
            case INTEGER, FLOAT, BOOLEAN, NULL, UNDEFINED -> scalar(reader.value());
            default -> throw reader.problem("Unexpected token while deserializing object: " + reader.token() + ".");
        };
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number.doubleValue());
        }
        if (value instanceof BigInteger number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Number number) {
            long whole = number.longValue();
            return (int) whole == whole ? NODES.numberNode((int) whole) : NODES.numberNode(whole);
        }
        return NODES.nullNode();
    }

    private static ObjectNode object(SiteReader reader, UnaryOperator<String> texts) {
        ObjectNode object = NODES.objectNode();
        while (true) {
            next(reader);
            if (reader.token() == BodyToken.END_OBJECT) {
                return object;
            }
            String key = String.valueOf(reader.value());
            next(reader);
            object.set(key, value(reader, texts));
        }
    }

    private static ArrayNode array(SiteReader reader, UnaryOperator<String> texts) {
        ArrayNode array = NODES.arrayNode();
        while (true) {
            next(reader);
            if (reader.token() == BodyToken.END_ARRAY) {
                return array;
            }
            array.add(value(reader, texts));
        }
    }

    /** The next token but for comments; a body that ends here is broken off. */
    static void next(SiteReader reader) {
        if (!reader.read(Wanted.ANY)) {
            throw reader.problem("Unexpected end of content.");
        }
    }
}
