package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.body.BodyReader;
import io.alignemulator.resource.body.BodyShape;
import io.alignemulator.resource.body.Options;
import io.alignemulator.resource.body.PatchReader;
import io.alignemulator.resource.body.PatchReading;
import io.alignemulator.resource.body.Reading;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.settings.Settings.JsonReading;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a write is sent, as the one typed reader reads it; refuses with a problem document what cannot be read (rule BODY-06). */
final class SentBody {

    private SentBody() {}

    /** The fields that a POST or PUT body sets, among those it may set. */
    static Map<Field, JsonNode> bind(Resource resource, String body, Set<Field.Write> writable, Context context) {
        requireStandard(body, context);
        Reading reading = BodyReader.read(body, BodyShape.of(resource), options(context));
        refuse(reading.errors(), context);
        ObjectNode object = reading.object().orElseThrow(() -> empty(context));
        reading.notes().forEach(context.trace()::note);
        Map<Field, JsonNode> bound = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            Field field = resource.field(member.getKey());
            if (writable.contains(field.write())) {
                bound.put(field, member.getValue());
            } else {
                ignored(reading.keys().getOrDefault(member.getKey(), member.getKey()), context);
            }
        });
        reading.unknown().forEach(key -> ignored(key, context));
        return bound;
    }

    /** How the site reads bodies. */
    static Options options(Context context) {
        return new Options(
                context.now(),
                context.settings().get(Settings.JSON),
                context.settings().isOn(RuleId.BODY_02));
    }

    /** The operations of a PATCH body. */
    static PatchReading patch(Resource resource, String body, Context context) {
        requireStandard(body, context);
        PatchReading reading = PatchReader.read(body, resource.name());
        refuse(reading.errors(), context);
        if (reading.operations().isEmpty()) {
            throw empty(context);
        }
        if (reading.lenient()) {
            context.trace().note(RuleId.BODY_04);
        }
        return reading;
    }

    private static void ignored(String key, Context context) {
        context.trace().ignored("/" + key.replace("~", "~0").replace("/", "~1"), RuleId.WRIT_29);
    }

    /** Where a site is set to take JSON only: refuses what the standard does not know. */
    private static void requireStandard(String body, Context context) {
        if (context.settings().get(Settings.JSON) == JsonReading.SITE || body.isBlank()) {
            return;
        }
        try {
            Json.read(body.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            refuse(Map.of("", List.of("The body is not JSON" + place(e.getLocation()) + ".")), RuleId.BODY_04, context);
        }
    }

    /** Unknown when the JSON is refused for its size: nesting or numbers without bound. */
    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : ", from line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ErrorResponse empty(Context context) {
        return unreadable(Map.of("", List.of("A non-empty request body is required.")), RuleId.BODY_06, context);
    }

    private static void refuse(Map<String, List<String>> errors, Context context) {
        if (!errors.isEmpty()) {
            refuse(errors, rule(errors.values().iterator().next().get(0)), context);
        }
    }

    private static void refuse(Map<String, List<String>> errors, RuleId rule, Context context) {
        throw unreadable(errors, rule, context);
    }

    private static ErrorResponse unreadable(Map<String, List<String>> errors, RuleId rule, Context context) {
        return context.settings().isOn(RuleId.BODY_06)
                ? ErrorResponse.unreadable(errors, rule)
                : ErrorResponse.unreadable(errors.values().iterator().next().get(0), rule);
    }

    /** The rule that a sentence of the framework tells of. */
    private static RuleId rule(String sentence) {
        boolean integer = sentence.contains("valid integer")
                || sentence.contains("to integer")
                || sentence.contains("for an Int32");
        return integer ? RuleId.BODY_02 : sentence.contains("to DateTime") ? RuleId.BODY_05 : RuleId.BODY_06;
    }
}
