package io.alignemulator.control.bind;

import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.spelling.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;

/** What a record could not be made of, in words for the one who sent it. */
final class Problem {

    private Problem() {}

    static Mistake of(JacksonException problem, JsonNode tree) {
        String pointer = pointer(problem, tree);
        if (problem instanceof InvalidTypeIdException type && tree.at(pointer).isObject()) {
            return mistake(
                    tree,
                    Mistake.below(pointer, "type"),
                    type(type, tree.at(pointer).path("type")));
        }
        if (problem.getCause() instanceof InvalidValueException value) {
            String below = value.key().isEmpty() ? pointer : Mistake.below(pointer, value.key());
            return mistake(tree, below, value.reason());
        }
        if (problem.getCause() instanceof IllegalArgumentException value) {
            return mistake(tree, pointer, String.valueOf(value.getMessage()));
        }
        if (problem instanceof MismatchedInputException mismatch) {
            return mistake(tree, pointer, mismatch(mismatch, tree.at(pointer).isMissingNode()));
        }
        return mistake(tree, pointer, "cannot be read: " + problem.getOriginalMessage());
    }

    private static Mistake mistake(JsonNode tree, String pointer, String reason) {
        JsonNode value = tree.at(JsonPointer.compile(pointer));
        return new Mistake(pointer, value.isMissingNode() || pointer.isEmpty() ? "" : value.toString(), reason);
    }

    /** One value may stand for an array of it, which then has no places. */
    private static String pointer(JacksonException problem, JsonNode tree) {
        String pointer = "";
        for (JacksonException.Reference step : problem.getPath()) {
            String name = step.getPropertyName();
            boolean isPlace = name == null;
            if (!isPlace || tree.at(pointer).isArray()) {
                pointer = Mistake.below(pointer, isPlace ? Integer.toString(step.getIndex()) : name);
            }
        }
        return pointer;
    }

    private static String type(InvalidTypeIdException problem, JsonNode given) {
        if (given.isMissingNode()) {
            return "is missing";
        }
        List<String> known = names(problem.getBaseType());
        return "is none; known are " + String.join(", ", known) + Nearest.hint(given.asString(""), known);
    }

    private static List<String> names(JavaType base) {
        Class<?>[] kinds = base.getRawClass().getPermittedSubclasses();
        return kinds == null
                ? List.of()
                : Arrays.stream(kinds).map(Schemas::kind).toList();
    }

    private static String mismatch(MismatchedInputException problem, boolean isMissing) {
        if (isMissing) {
            return "is missing";
        }
        String message = problem.getOriginalMessage();
        if (problem instanceof InvalidFormatException && message.startsWith("is ")) {
            return message;
        }
        Class<?> type = problem.getTargetType();
        if (problem instanceof InvalidTypeIdException) {
            return "is no object";
        }
        return "is no " + (type == null ? "value that can be read here" : word(type));
    }

    private static String word(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "whole number that fits";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(type)
                ? "array"
                : type.isRecord() ? "object" : "value that can be read here";
    }
}
