package io.alignemulator.access.matrix;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Reference.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The records that a record names in fields that a client may write; which fields these are, the published catalogue says. */
final class NamedRecords {

    private static final String KEY_RESULT = "KeyResult";

    private final Persona persona;

    NamedRecords(Persona persona) {
        this.persona = persona;
    }

    /** Fields, in the order in which they would be refused, that name a record out of the persona's scope. */
    List<String> outOfScope(String resource, JsonNode row) {
        List<String> fields = new ArrayList<>();
        for (Field field : FixtureWorld.catalogue().resource(resource).fields()) {
            if (field.write() != Write.NEVER && namesOutside(field, row.path(field.name()), row)) {
                // Known of key results only: a parent that is not visible is told of the parent's type.
                boolean parent = resource.equals(KEY_RESULT) && field.name().equals("parentId");
                fields.add(parent ? 0 : fields.size(), parent ? "parentType" : field.name());
            }
        }
        return fields;
    }

    private boolean namesOutside(Field field, JsonNode value, JsonNode row) {
        List<JsonNode> each = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each::add);
        } else {
            each.add(value);
        }
        return each.stream().anyMatch(one -> isOutside(field, one, row) || holdsOutside(field, one, row));
    }

    private boolean holdsOutside(Field field, JsonNode value, JsonNode row) {
        return field.type().model().isPresent()
                && field.type().model().get().fields().stream()
                        .anyMatch(inner ->
                                inner.write() != Write.NEVER && namesOutside(inner, value.path(inner.name()), row));
    }

    private boolean isOutside(Field field, JsonNode value, JsonNode row) {
        return value.isNumber()
                && field.reference().isPresent()
                && field.reference().get().none().stream()
                        .noneMatch(none -> none.toString().equals(value.toString()))
                && outside(field.reference().get(), value.asLong(), row);
    }

    /** Users are named by text and are in everybody's scope, so numbers are enough. What names no record at all is nobody's to refuse here. */
    private boolean outside(Reference reference, long value, JsonNode row) {
        for (Target target : reference.targets()) {
            boolean meant = reference
                    .chosenBy()
                    .map(choice -> target.resource()
                            .equals(choice.resources()
                                    .get(row.path(choice.field()).asLong(1))))
                    .orElse(true);
            Optional<JsonNode> named = meant ? find(target, value) : Optional.empty();
            if (named.isPresent()) {
                return persona.level(target.resource(), named.get()) == Level.NONE;
            }
        }
        return false;
    }

    private Optional<JsonNode> find(Target target, long value) {
        if (target.path().equals("id")) {
            return persona.world().find(target.resource(), value);
        }
        String[] path = target.path().split("\\.");
        return persona.world().records(target.resource()).stream()
                .filter(row -> holds(row.path(path[0]), path[path.length - 1], value))
                .findFirst();
    }

    private static boolean holds(JsonNode array, String key, long value) {
        for (JsonNode each : array) {
            if (each.path(key).asLong(Long.MIN_VALUE) == value) {
                return true;
            }
        }
        return false;
    }
}
