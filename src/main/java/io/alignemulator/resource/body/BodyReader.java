package io.alignemulator.resource.body;

import io.alignemulator.catalogue.Kind;
import io.alignemulator.resource.body.token.BodyToken;
import io.alignemulator.resource.body.token.ReadException;
import io.alignemulator.resource.body.token.SiteReader;
import io.alignemulator.resource.body.token.Wanted;
import io.alignemulator.rules.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one typed reader of bodies: objects by the model, keys in any case, values converted, every mistake collected as the framework does it. After a mistake it reads on with the
 * next member, if it can; what it says then is what the framework says. For one body and one thread.
 */
public final class BodyReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SiteReader reader;
    private final Conversions conversions;
    private final String resource;
    private final Errors errors = new Errors();
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    private BodyReader(String text, String resource, Conversions conversions) {
        this.reader = new SiteReader(text, conversions.options().wholeIntegers());
        this.resource = resource;
        this.conversions = conversions;
    }

    /** Reads the body of a POST or PUT. */
    public static Reading read(String text, BodyShape shape, Options options) {
        Conversions conversions = new Conversions(options);
        BodyReader body = new BodyReader(text, shape.name(), conversions);
        JsonNode value = body.root(Target.of(shape));
        if (body.reader.isLenient() || (body.errors.isEmpty() && !body.reader.isAtEnd())) {
            conversions.note(RuleId.BODY_04);
        }
        return new Reading(
                value instanceof ObjectNode object ? Optional.of(object) : Optional.empty(),
                body.keys,
                body.unknown,
                body.errors.byPath(),
                conversions.notes());
    }

    /** Reads a single value, as JSON Patch does with what it is given; empty when it cannot be converted. */
    public static Optional<JsonNode> convert(String text, Target target, String resource, Conversions conversions) {
        BodyReader body = new BodyReader(text, resource, conversions);
        JsonNode value = body.root(target);
        return body.errors.isEmpty() ? Optional.ofNullable(value) : Optional.empty();
    }

    private @Nullable JsonNode root(Target target) {
        try {
            return reader.read(Wanted.by(target.kind())) ? value(target) : null;
        } catch (ReadException e) {
            errors.add(reader.path(), "", e.sentence());
            return null;
        }
    }

    /** The value at whose first token the reader stands. */
    private JsonNode value(Target target) {
        if (target.isFree()) {
            return FreeReader.value(reader);
        }
        return switch (reader.token()) {
            case START_OBJECT -> object(target);
            case START_ARRAY -> list(target);
            case INTEGER, FLOAT, BOOLEAN, TEXT, NULL, UNDEFINED -> scalar(target);
            default -> throw reader.problem("Unexpected token while deserializing object: " + reader.token() + ".");
        };
    }

    private JsonNode scalar(Target target) {
        boolean container = target.kind() == Kind.OBJECT || target.kind() == Kind.ARRAY;
        if (!container) {
            return conversions.scalar(reader, target);
        }
        if (reader.value() == null || reader.value().equals("")) {
            return NODES.nullNode();
        }
        throw Conversions.unconverted(reader, reader.value(), target);
    }

    private JsonNode object(Target target) {
        if (!reader.read()) {
            throw reader.problem("Unexpected end when reading JSON.");
        }
        if (target.kind() != Kind.OBJECT) {
            throw misplaced("object (e.g. {\"name\":\"value\"})", target);
        }
        return members(target.shape().orElseThrow());
    }

    private ReadException misplaced(String found, Target target) {
        return new ReadException("Cannot deserialize the current JSON " + found + " into type '" + target.typeName()
                + "' because the type requires a " + target.expected() + " to deserialize correctly.");
    }

    private ObjectNode members(BodyShape shape) {
        ObjectNode object = NODES.objectNode();
        int depth = reader.depth();
        do {
            switch (reader.token()) {
                case NAME -> {
                    if (!member(shape, object, depth)) {
                        errors.add(reader.path(), "", ended().sentence());
                        return object;
                    }
                }
                case END_OBJECT -> {
                    return object;
                }
                case COMMENT -> {
                    // between members
                }
                default -> throw reader.problem("Unexpected token when deserializing object: " + reader.token() + ".");
            }
        } while (reader.read());
        errors.add(reader.path(), "", ended().sentence());
        return object;
    }

    private ReadException ended() {
        return reader.problem("Unexpected end when deserializing object.");
    }

    /** False when the body ends instead of the value of a member that nobody knows. */
    private boolean member(BodyShape shape, ObjectNode object, int depth) {
        String key = String.valueOf(reader.value());
        Optional<Target> target = shape.target(key, resource);
        boolean outermost = depth == 1;
        if (target.isEmpty()) {
            if (outermost) {
                unknown.add(key);
            }
            if (!reader.read()) {
                return false;
            }
            reader.skip();
            return true;
        }
        try {
            if (!reader.read(Wanted.by(target.get().kind()))) {
                throw reader.problem("Unexpected end when setting " + key + "'s value.");
            }
            String spelling = shape.spelling(key);
            object.set(spelling, value(target.get()));
            if (outermost) {
                keys.put(spelling, key);
            }
        } catch (ReadException e) {
            errors.add(reader.path(), key, e.sentence());
            recover(depth);
        }
        return true;
    }

    private JsonNode list(Target target) {
        if (target.kind() != Kind.ARRAY) {
            throw misplaced("array (e.g. [1,2,3])", target);
        }
        Target items = target.items().orElseThrow();
        ArrayNode list = NODES.arrayNode();
        int depth = reader.depth();
        int failed = Integer.MIN_VALUE;
        while (true) {
            try {
                if (!reader.read(Wanted.by(items.kind()))) {
                    errors.add(
                            reader.path(),
                            "",
                            reader.problem("Unexpected end when deserializing array.")
                                    .sentence());
                    return list;
                }
                if (reader.token() == BodyToken.END_ARRAY) {
                    return list;
                }
                list.add(value(items));
            } catch (ReadException e) {
                int index = reader.index(depth);
                errors.add(reader.path(), "", e.sentence());
                recover(depth + 1);
                if (index == failed) {
                    throw reader.problem("Infinite loop detected from error handling.");
                }
                failed = index;
            }
        }
    }

    /** Reads on to where the next member or element can begin; may fail once more. */
    private void recover(int depth) {
        reader.skip();
        while (reader.depth() > depth && reader.read()) {
            // what belongs to the value that failed
        }
    }
}
