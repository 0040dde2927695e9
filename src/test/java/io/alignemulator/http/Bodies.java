package io.alignemulator.http;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The smallest bodies that the API accepts, made from the catalogue and from what the site holds. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Client client;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, JsonNode> known = new HashMap<>();

    Bodies(Client client) {
        this.client = client;
    }

    /** The required fields and nothing else. */
    ObjectNode minimal(Resource resource) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        for (Field field : resource.fields()) {
            boolean needed = field.is(Trait.REQUIRED) || field.is(Trait.REQUIRED_ON_CREATE);
            if (needed && field.write() != Write.NEVER) {
                body.set(field.name(), value(field));
            }
        }
        for (Field field : resource.fields()) {
            field.requiredWhen()
                    .filter(when -> when.values().stream().anyMatch(v -> v.toString()
                            .equals(body.path(when.field()).asString(""))))
                    .ifPresent(when -> body.set(field.name(), value(field)));
        }
        return body;
    }

    /** A text of the record that any writer may change. */
    static Field text(Resource resource) {
        return Stream.of("title", "name", "description", "lastName")
                .map(resource::find)
                .flatMap(java.util.Optional::stream)
                .filter(field -> field.write() == Write.ALWAYS)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode value(Field field) {
        if (field.reference().isPresent()) {
            return existing(field.reference().get());
        }
        if (!field.allowed().isEmpty()) {
            return JsonMapper.shared().valueToTree(field.allowed().get(0));
        }
        if (field.type().kind() == Kind.INTEGER && !field.labels().isEmpty()) {
            return JSON.numberNode(
                    Integer.parseInt(field.labels().keySet().iterator().next()));
        }
        int number = next.incrementAndGet();
        if (field.type().kind() == Kind.STRING) {
            return JSON.stringNode(
                    field.type().format().equals("email") ? "new" + number + "@example.com" : "New " + number);
        }
        return JSON.numberNode(1);
    }

    /** The id or uid of the first record that the reference could name. */
    private JsonNode existing(Reference reference) {
        Reference.Target target = reference.targets().get(0);
        return known.computeIfAbsent(target.resource() + "." + target.path(), key -> client.read(
                        "/" + BlackBox.CATALOGUE.resource(target.resource()).collection() + "?$top=1")
                .get(0)
                .get(target.path()));
    }
}
