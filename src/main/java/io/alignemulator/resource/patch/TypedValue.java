package io.alignemulator.resource.patch;

import io.alignemulator.catalogue.Kind;
import io.alignemulator.resource.body.BodyReader;
import io.alignemulator.resource.body.Conversions;
import io.alignemulator.resource.body.NetText;
import io.alignemulator.resource.body.Target;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value that is put somewhere, and the type that it has by then: none for what a patch brings along, the model's for what is moved or copied.
 *
 * @param value JSON null for none
 */
record TypedValue(JsonNode value, Optional<Target> type) {

    static TypedValue sent(JsonNode value) {
        return new TypedValue(value, Optional.empty());
    }

    /** The value for a target, converted as a body's would be; empty when it cannot be. */
    Optional<JsonNode> as(Target target, String resource, Conversions conversions) {
        if (value.isNull()) {
            return target.nullable() ? Optional.of(value) : Optional.empty();
        }
        if (value.isString() && target.kind() == Kind.STRING && !isDate()) {
            return Optional.of(value);
        }
        String json = isDate() ? '"' + written() + '"' : NetText.json(value);
        return BodyReader.convert(json, target, resource, conversions);
    }

    /** Inside a sentence. */
    String shown() {
        if (isDate()) {
            return NetText.date(value.stringValue());
        }
        boolean list = type.isPresent() && value.isArray();
        return list || (type.isPresent() && value.isObject())
                ? type.get().typeName()
                : type.isPresent() && value.isString() ? value.stringValue() : NetText.shown(value);
    }

    private boolean isDate() {
        return value.isString() && type.isPresent() && type.get().kind() == Kind.DATE_TIME;
    }

    private String written() {
        return NetText.timestamp(Instant.parse(value.stringValue()));
    }
}
