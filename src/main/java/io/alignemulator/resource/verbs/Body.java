package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads request bodies the way the real server's binder does: keys in any case, numbers also as text, unknown and read-only keys ignored. */
final class Body {

    private static final Pattern ZONE = Pattern.compile("T.*(Z|[+-][0-9:]+)$");

    private Body() {}

    /** The JSON of a body; refuses what is no JSON. */
    static JsonNode parse(byte[] body, Settings settings) {
        if (body.length == 0) {
            throw unreadable(settings, "", "A non-empty request body is required.");
        }
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            throw unreadable(settings, "$", "The body is not JSON" + place(e.getLocation()) + ".");
        }
    }

    private static ErrorResponse unreadable(Settings settings, String key, String sentence) {
        return settings.isOn(RuleId.ERRS_04)
                ? ErrorResponse.unreadable(Map.of(key, List.of(sentence)), RuleId.ERRS_04)
                : ErrorResponse.unreadable(sentence, RuleId.ERRS_04);
    }

    /** Unknown when the JSON is refused for its size: nesting or numbers without bound. */
    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : ", from line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The fields that a POST or PUT body sets, among those it may set. */
    static Map<Field, JsonNode> bind(Resource resource, byte[] body, Set<Field.Write> writable, Context context) {
        Settings settings = context.settings();
        JsonNode json = parse(body, settings);
        if (!json.isObject()) {
            throw unreadable(settings, "$", "The body must be a JSON object.");
        }
        Map<Field, JsonNode> bound = new LinkedHashMap<>();
        json.properties().forEach(member -> {
            Optional<Field> known = resource.find(member.getKey()).filter(field -> !field.is(Field.Trait.HIDDEN));
            Optional<Field> settable = known.filter(field -> writable.contains(field.write()));
            settable.ifPresentOrElse(
                    field -> {
                        noteDate(field, member.getValue(), context);
                        bound.put(field, bound(field.type(), member.getValue()));
                    },
                    () -> context.trace().ignored("/" + escaped(member.getKey()), RuleId.WRIT_29));
        });
        return bound;
    }

    /** A time without an offset is UTC, which its sender may not have meant. */
    private static void noteDate(Field field, JsonNode value, Context context) {
        if (field.type().kind() == Kind.DATE_TIME
                && value.isString()
                && !ZONE.matcher(value.stringValue()).find()) {
            context.trace().note(RuleId.BODY_07);
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** A value with the spelling of the catalogue. */
    static JsonNode bound(FieldType type, JsonNode node) {
        if (type.isArray() && node.isArray()) {
            ArrayNode array = Json.array();
            node.forEach(each -> array.add(element(type.items().orElseThrow(), type.model(), each)));
            return array;
        }
        return element(type.kind(), type.model(), node);
    }

    private static JsonNode element(Kind kind, Optional<Model> model, JsonNode node) {
        if (node instanceof ObjectNode object && model.isPresent()) {
            return object(model.get(), object);
        }
        return (kind == Kind.INTEGER || kind == Kind.NUMBER) && node.isString() ? number(node) : node;
    }

    private static JsonNode object(Model model, ObjectNode object) {
        if (model.dynamic().isPresent()) {
            return object;
        }
        ObjectNode bound = Json.object();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            model.fields().stream()
                    .filter(field -> field.name().equalsIgnoreCase(member.getKey()))
                    .findFirst()
                    .ifPresent(field -> bound.set(field.name(), bound(field.type(), member.getValue())));
        }
        return bound;
    }

    private static JsonNode number(JsonNode text) {
        try {
            BigDecimal number = new BigDecimal(text.asString().strip());
            return number.scale() <= 0 && number.precision() < 19
                    ? JsonNodeFactory.instance.numberNode(number.longValueExact())
                    : JsonNodeFactory.instance.numberNode(number.doubleValue());
        } catch (ArithmeticException | NumberFormatException e) {
            return text;
        }
    }
}
