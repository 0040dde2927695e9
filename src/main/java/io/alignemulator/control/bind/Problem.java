package io.alignemulator.control.bind;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.protocol.calls.VerifyRequest;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.protocol.json.Limits;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.protocol.json.Scalar;
import io.alignemulator.wording.Nearest;
import io.alignemulator.wording.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** What a record could not be made of, in words for the one who sent it. */
final class Problem {

    private static final String READABLE = "a value that can be read here";
    private static final String WHOLE = "a whole number";
    private static final String NUMBER = "a number";
    private static final String SWITCH = "one of true, false";

    private static final Map<Class<?>, String> DEMANDED = Map.ofEntries(
            Map.entry(int.class, WHOLE),
            Map.entry(Integer.class, WHOLE),
            Map.entry(OptionalInt.class, WHOLE),
            Map.entry(long.class, WHOLE),
            Map.entry(Long.class, WHOLE),
            Map.entry(OptionalLong.class, WHOLE),
            Map.entry(double.class, NUMBER),
            Map.entry(Double.class, NUMBER),
            Map.entry(OptionalDouble.class, NUMBER),
            Map.entry(boolean.class, SWITCH),
            Map.entry(Boolean.class, SWITCH),
            Map.entry(String.class, "a text"),
            Map.entry(Scalar.class, "a text, a number, true or false"),
            Map.entry(Duration.class, Limits.DURATION),
            Map.entry(Instant.class, Limits.TIME),
            Map.entry(VerifyRequest.Count.class, "a whole number or an object"));

    private Problem() {}

    static Mistake of(JacksonException problem, JsonNode tree) {
        String pointer = pointer(problem, tree);
        if (problem instanceof InvalidTypeIdException type && tree.at(pointer).isObject()) {
            return mistake(
                    tree,
                    Mistake.below(pointer, "type"),
                    type(type, tree.at(pointer).path("type")));
        }
        if (problem instanceof PropertyBindingException unknown) {
            return mistake(tree, pointer, unknown(unknown));
        }
        if (problem.getCause() instanceof InvalidValueException value) {
            return mistake(tree, value.in(pointer).pointer(), value.refusal());
        }
        if (problem instanceof MismatchedInputException mismatch) {
            return mistake(tree, pointer, Reason.not(demanded(mismatch)));
        }
        if (problem instanceof InputCoercionException large) {
            return mistake(tree, pointer, Reason.not("a whole number up to " + most(large.getTargetType())));
        }
        return mistake(tree, pointer, Reason.not(READABLE).because(problem.getOriginalMessage()));
    }

    private static Mistake mistake(JsonNode tree, String pointer, Reason refusal) {
        JsonNode value = tree.at(JsonPointer.compile(pointer));
        return new Mistake(pointer, value.isMissingNode() || pointer.isEmpty() ? "" : value.toString(), refusal);
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

    private static Reason type(InvalidTypeIdException problem, JsonNode given) {
        List<String> known = names(problem.getBaseType());
        return Reason.notOneOf(known).hint(Nearest.hint(given.asString(""), known));
    }

    private static Reason unknown(PropertyBindingException problem) {
        String key = problem.getPropertyName();
        Class<?> type = problem.getReferringClass();
        // the component that takes all other keys
        if (Arrays.stream(type.getRecordComponents())
                .anyMatch(each -> each.getName().equals(key))) {
            return Reason.notTaken("under an unknown key", key + " are keys of the body itself");
        }
        List<String> known = Stream.concat(
                        type.isAnnotationPresent(JsonTypeName.class) ? Stream.of("type") : Stream.of(),
                        problem.getKnownPropertyIds().stream().map(String::valueOf))
                .toList();
        return key.equals("verb") && known.contains("method")
                ? Reason.notTaken("under an unknown key", "verb is called method now")
                : Reason.unknownKey(key, known);
    }

    private static List<String> names(JavaType base) {
        Class<?>[] kinds = base.getRawClass().getPermittedSubclasses();
        return kinds == null
                ? List.of()
                : Arrays.stream(kinds).map(Binder::kind).toList();
    }

    private static String demanded(MismatchedInputException problem) {
        Class<?> type = problem.getTargetType();
        return problem instanceof InvalidTypeIdException ? "an object" : type == null ? READABLE : demanded(type);
    }

    /** What is demanded where a value of that type is. */
    private static String demanded(Class<?> type) {
        String known = DEMANDED.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return Reason.oneOf(
                    Arrays.stream(type.getEnumConstants()).map(Problem::written).toList());
        }
        return Collection.class.isAssignableFrom(type)
                ? "an array"
                : type.isRecord() || type.isSealed() || Map.class.isAssignableFrom(type) ? "an object" : READABLE;
    }

    private static long most(Class<?> type) {
        return type == int.class || type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    private static String written(Object constant) {
        return ControlJson.strict().valueToTree(constant).asString();
    }
}
