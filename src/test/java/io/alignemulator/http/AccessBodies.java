package io.alignemulator.http;

import io.alignemulator.access.matrix.Rules;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of writes, made from records that are there. */
final class AccessBodies {

    private static final String TEXT = "Access probe";

    private final Rules rules;
    private final Resource resource;
    private final String text;
    private final Set<String> choices;

    AccessBodies(Rules rules, String resource) {
        this.rules = rules;
        this.resource = BlackBox.CATALOGUE.resource(resource);
        this.text = Bodies.text(this.resource).name();
        this.choices = choices(this.resource);
    }

    /** What a record needs, and the place of the given one. */
    ObjectNode create(JsonNode row) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        List<String> place = rules.scopeFields(resource.name(), row);
        for (Field field : resource.fields()) {
            boolean needed = field.is(Trait.REQUIRED)
                    || field.is(Trait.REQUIRED_ON_CREATE)
                    || field.requiredWhen().isPresent()
                    || choices.contains(field.name());
            if (row.has(field.name()) && field.write() != Write.NEVER && (needed || place.contains(field.name()))) {
                body.set(field.name(), row.path(field.name()));
            }
        }
        if (body.has("email")) {
            body.put("email", "access.probe@example.com");
        }
        return body;
    }

    /** The fields that say what another field of the record names. */
    private static Set<String> choices(Resource resource) {
        return resource.fields().stream()
                .flatMap(each -> each.reference().stream())
                .flatMap(reference -> reference.chosenBy().stream())
                .map(choice -> choice.field())
                .collect(Collectors.toSet());
    }

    /** The record with another text. */
    ObjectNode replacement(JsonNode row) {
        return ((ObjectNode) row.deepCopy()).put(text, TEXT);
    }

    /** A patch of the record's text. */
    String renaming() {
        return renaming(TEXT);
    }

    String renaming(String otherText) {
        return operations(JsonMapper.shared().createObjectNode().put(text, otherText));
    }

    /** Whether the place of one could be the place of the other. */
    boolean isLike(JsonNode row, JsonNode other) {
        return rules.scopeFields(resource.name(), row).equals(rules.scopeFields(resource.name(), other));
    }

    /** A record in the place of another. */
    ObjectNode moved(JsonNode row, JsonNode place) {
        ObjectNode moved = (ObjectNode) row.deepCopy();
        moved.setAll(place(place));
        return moved;
    }

    /** A patch that takes a record to the place of another. */
    String moving(JsonNode place) {
        return operations(place(place));
    }

    /** What a record leaves out is emptied, where that is legal. */
    private ObjectNode place(JsonNode row) {
        ObjectNode place = JsonMapper.shared().createObjectNode();
        for (String name : rules.scopeFields(resource.name(), row)) {
            Field field = resource.field(name);
            if (row.has(name)) {
                place.set(name, row.path(name));
            } else if (field.isArray()) {
                place.putArray(name);
            } else if (field.nullable()) {
                place.putNull(name);
            }
        }
        return place;
    }

    private static String operations(ObjectNode values) {
        ArrayNode operations = JsonMapper.shared().createArrayNode();
        values.properties().forEach(value -> operations
                .addObject()
                .put("op", "add")
                .put("path", "/" + value.getKey())
                .set("value", value.getValue()));
        return operations.toString();
    }
}
