package io.alignemulator.sandbox.faults;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.faults.Effect.Drip;
import io.alignemulator.protocol.faults.Effect.ExtraProperty;
import io.alignemulator.protocol.faults.Effect.MalformedJson;
import io.alignemulator.protocol.faults.Effect.TruncatedBody;
import io.alignemulator.protocol.faults.Effect.WrongType;
import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.settings.Settings;
import io.alignemulator.settings.Settings.PostResponse;
import java.util.Optional;

/**
 * What a method answers at an address when it succeeds.
 *
 * @param records whose records the objects are; empty when they are none
 */
record Answer(String method, Endpoint endpoint, Form form, Optional<Resource> records) {

    /** The JSON of the body. */
    enum Form {
        NONE,
        NUMBER,
        OBJECTS
    }

    static Answer of(String method, Endpoint endpoint, Settings settings) {
        Form form =
                switch (method) {
                    case "GET" -> Form.OBJECTS;
                    case "POST" ->
                        settings.get(Settings.POST_RESPONSE) == PostResponse.OBJECT ? Form.OBJECTS : Form.NUMBER;
                    case "PUT" -> settings.get(Settings.PUT_STATUS) == 204 ? Form.NONE : Form.OBJECTS;
                    default -> Form.NONE;
                };
        boolean ofRecords =
                switch (endpoint.kind()) {
                    case COLLECTION, ITEM, WHOAMI -> true;
                    case EDITMETA, AUDITLOG -> false;
                };
        return new Answer(method, endpoint, form, ofRecords ? Optional.of(endpoint.resource()) : Optional.empty());
    }

    /** Why an effect leaves the answer as it is; empty when it does not. */
    Optional<String> spared(Effect effect) {
        if (effect instanceof ExtraProperty extra) {
            return withoutObjects().or(() -> records.filter(each -> hasKey(each, extra.name()))
                    .map(each -> "'" + extra.name() + "' is a key of " + each.name() + " already"));
        }
        if (effect instanceof WrongType wrong) {
            return withoutObjects().or(() -> records.filter(each -> !hasKey(each, wrong.field()))
                    .map(each -> "'" + wrong.field() + "' is no key of " + each.name()));
        }
        boolean needsBody =
                effect instanceof MalformedJson || effect instanceof TruncatedBody || effect instanceof Drip;
        return needsBody && form == Form.NONE ? withoutObjects() : Optional.empty();
    }

    private Optional<String> withoutObjects() {
        return switch (form) {
            case NONE -> Optional.of(method + " is answered with an empty body");
            case NUMBER -> Optional.of(method + " is answered with the new id alone");
            case OBJECTS -> Optional.empty();
        };
    }

    private static boolean hasKey(Resource resource, String key) {
        return resource.fields().stream().filter(Field::isPrinted).anyMatch(field -> field.name()
                        .equals(key))
                || resource.expansions().stream()
                        .anyMatch(expansion -> expansion.key().equals(key));
    }
}
