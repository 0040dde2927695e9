package io.alignemulator.resource.patch;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of a patch.
 *
 * @param path the target as written, unparsed: how it is read depends on the {@link KeyMatching}
 * @param from the source as written; present exactly for move and copy
 * @param value the operand (JSON null is a {@code NullNode}); present exactly for add, replace and test
 */
public record Operation(
        Kind op,
        String path,
        @Nullable String from,
        @Nullable JsonNode value) {

    /** The operations of RFC 6902. */
    public enum Kind {
        ADD,
        REMOVE,
        REPLACE,
        MOVE,
        COPY,
        TEST;

        boolean hasSource() {
            return this == MOVE || this == COPY;
        }

        boolean hasOperand() {
            return this == ADD || this == REPLACE || this == TEST;
        }

        private static Optional<Kind> named(String name) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Refuses an operation that lacks what its kind needs. */
    public Operation {
        if ((from != null) != op.hasSource() || (value != null) != op.hasOperand()) {
            throw new IllegalArgumentException(op + " with from " + from + " and value " + value);
        }
    }

    /** Reads one element of a patch; the case of member and operation names does not matter, other members are ignored. */
    static Operation parse(JsonNode json, int position) {
        if (!(json instanceof ObjectNode object)) {
            throw PatchException.malformed("operation " + position + " is not an object");
        }
        String name = text(object, "op", position);
        Kind op = Kind.named(name)
                .orElseThrow(() -> PatchException.malformed("operation " + position + " has an unknown op: " + name));
        return new Operation(
                op,
                text(object, "path", position),
                op.hasSource() ? text(object, "from", position) : null,
                op.hasOperand() ? member(object, "value", position) : null);
    }

    /** The source of a move or copy. */
    String source() {
        return Objects.requireNonNull(from);
    }

    /** The operand of an add, replace or test; not to be changed. */
    JsonNode operand() {
        return Objects.requireNonNull(value);
    }

    private static String text(ObjectNode object, String name, int position) {
        JsonNode member = member(object, name, position);
        if (!member.isString()) {
            throw PatchException.malformed("operation " + position + " has a " + name + " that is not a string");
        }
        return member.stringValue();
    }

    private static JsonNode member(ObjectNode object, String name, int position) {
        return object.optional(KeyMatching.ANY_CASE.keyIn(object, name))
                .orElseThrow(() -> PatchException.malformed("operation " + position + " has no " + name));
    }
}
