package io.alignemulator.resource.verbs;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record as who reads times in whole seconds sees it (rule REPR-03), so that the operation test holds of what was read. */
final class WholeSeconds {

    private static final int SECONDS = "2026-01-01T00:00:00".length();

    private WholeSeconds() {}

    /** Cuts the fractions of all times of a record or of an object in it. */
    static void cut(List<Field> fields, ObjectNode object) {
        for (Field field : fields) {
            JsonNode value = object.path(field.name());
            if (field.type().kind() == Kind.DATE_TIME && value.isString()) {
                object.put(field.name(), value.stringValue().substring(0, SECONDS) + ".000Z");
            }
            field.type().model().ifPresent(model -> within(model, value));
        }
    }

    private static void within(Model model, JsonNode value) {
        if (value instanceof ObjectNode nested) {
            cut(model.fields(), nested);
        } else {
            value.valueStream()
                    .filter(ObjectNode.class::isInstance)
                    .forEach(each -> cut(model.fields(), (ObjectNode) each));
        }
    }
}
