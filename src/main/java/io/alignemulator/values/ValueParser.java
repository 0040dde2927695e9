package io.alignemulator.values;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Json;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Takes a value from a parser where it is just what its field wants, without a tree of it. Everything else (arrays, objects, what does not fit) becomes a tree, for a {@link ValueReader} to
 * read or to refuse; both read alike.
 */
public final class ValueParser {

    private final SharedValues shared;

    public ValueParser(SharedValues shared) {
        this.shared = shared;
    }

    /**
     * The value of a field, at whose first token the parser stands; afterwards it stands at the last.
     *
     * @param otherwise reads what is not simple
     */
    public @Nullable Object field(Field field, JsonParser parser, Function<JsonNode, @Nullable Object> otherwise) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL && field.nullable()) {
            return null;
        }
        Object value = simple(field.type(), token, parser);
        if (value == null || !isTaken(field, value)) {
            value = otherwise.apply(Json.value(parser));
        }
        return value == null ? null : shared.of(value);
    }

    private static @Nullable Object simple(FieldType type, JsonToken token, JsonParser parser) {
        return switch (type.kind()) {
            case INTEGER -> isWhole(token, parser) ? (Object) parser.getLongValue() : null;
            case NUMBER -> decimal(token, parser);
            case STRING -> token == JsonToken.VALUE_STRING ? parser.getString() : null;
            case BOOLEAN -> token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE) : null;
            case DATE_TIME ->
                token == JsonToken.VALUE_STRING ? Dates.read(parser.getString()).orElse(null) : null;
            case OBJECT, ARRAY -> null;
        };
    }

    private static boolean isWhole(JsonToken token, JsonParser parser) {
        return token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    private static @Nullable Object decimal(JsonToken token, JsonParser parser) {
        if (isWhole(token, parser)) {
            return (double) parser.getLongValue();
        }
        return token == JsonToken.VALUE_NUMBER_FLOAT && Double.isFinite(parser.getDoubleValue())
                ? (Object) parser.getDoubleValue()
                : null;
    }

    private static boolean isTaken(Field field, Object value) {
        return (field.allowed().isEmpty() || field.allowed().contains(value))
                && (field.pattern().isEmpty()
                        || !(value instanceof String text)
                        || Pattern.matches(field.pattern().get(), text));
    }
}
