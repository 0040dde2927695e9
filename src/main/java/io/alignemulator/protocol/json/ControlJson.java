package io.alignemulator.protocol.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.alignemulator.wording.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How the records of this room become JSON and come from it. Made when first needed: a start does without. */
public final class ControlJson {

    private static final JsonMapper STRICT = builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final JsonMapper TEXTS =
            builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final JsonMapper LENIENT =
            builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ControlJson() {}

    /** Refuses unknown keys and values of another type, also those that look like the right one. */
    public static JsonMapper strict() {
        return STRICT;
    }

    /** Refuses unknown keys, and reads texts as numbers: all parameters of a query are texts. */
    public static JsonMapper texts() {
        return TEXTS;
    }

    /** Reads what a newer server may answer, and texts as numbers. */
    public static JsonMapper lenient() {
        return LENIENT;
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(each -> each.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .addModule(new SimpleModule()
                        .addDeserializer(Duration.class, new Parsed<>(Duration.class, Limits.DURATION, Duration::parse))
                        .addDeserializer(Instant.class, new Parsed<>(Instant.class, Limits.TIME, Instant::parse)));
    }

    /** A record with another value of a key, which is checked as if it stood in JSON. */
    public static <T extends Record> T with(T before, String key, Object value) {
        Map<String, Object> json = new LinkedHashMap<>(LENIENT.convertValue(before, new TypeReference<>() {}));
        json.put(key, value);
        try {
            @SuppressWarnings("unchecked") // a record's class has no subclasses
            Class<T> type = (Class<T>) before.getClass();
            return LENIENT.convertValue(json, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw e.getCause() instanceof IllegalArgumentException cause ? cause : e;
        }
    }

    /** On one line. */
    public static String text(Object value) {
        return LENIENT.writeValueAsString(value);
    }

    /** Reads a text, and nothing but a text. */
    private static final class Parsed<T> extends StdScalarDeserializer<T> {

        private final String what;
        private final transient Function<String, T> parse;

        Parsed(Class<T> type, String what, Function<String, T> parse) {
            super(type);
            this.what = what;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString("");
            try {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    return parse.apply(text);
                }
            } catch (java.time.DateTimeException e) {
                // told below, like what is no text
            }
            throw new InvalidValueException("", text, Reason.not(what));
        }
    }
}
