package io.alignemulator.control.bind;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.spelling.Refusal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes keys out of a body that its records do not have: each is a spelling mistake more often than not. */
final class UnknownKeys {

    private final List<Mistake> mistakes;

    UnknownKeys(List<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    /** @param pointer where the value stands */
    void takeOut(JsonNode value, Type type, String pointer) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                takeOut(value, inner, pointer);
            } else if (generic.getRawType() == List.class && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    takeOut(value.get(i), inner, Mistake.below(pointer, Integer.toString(i)));
                }
            }
        } else if (type instanceof Class<?> plain && value instanceof ObjectNode object) {
            kind(plain, object).filter(Class::isRecord).ifPresent(each -> takeOutOf(object, each, pointer));
        }
    }

    /** The record that is meant: of several kinds the one that the key {@code type} names. */
    private static Optional<Class<?>> kind(Class<?> type, ObjectNode object) {
        Class<?>[] kinds = type.getPermittedSubclasses();
        return kinds == null
                ? Optional.of(type)
                : Arrays.stream(kinds)
                        .filter(each ->
                                Binder.kind(each).equals(object.path("type").asString("")))
                        .findFirst();
    }

    private void takeOutOf(ObjectNode object, Class<?> type, String pointer) {
        List<String> known =
                new ArrayList<>(type.isAnnotationPresent(JsonTypeName.class) ? List.of("type") : List.of());
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonAnySetter.class)
                    || component.isAnnotationPresent(JsonAnySetter.class)) {
                takeOutOwnName(object, component.getName(), pointer);
                return;
            }
            known.add(component.getName());
            takeOut(
                    object.path(component.getName()),
                    component.getGenericType(),
                    Mistake.below(pointer, component.getName()));
        }
        for (String key : List.copyOf(object.propertyNames())) {
            if (!known.contains(key)) {
                mistakes.add(new Mistake(
                        Mistake.below(pointer, key), String.valueOf(object.remove(key)), refusal(key, known)));
            }
        }
    }

    /** Jackson would swallow an object under the name of the component that takes all other keys. */
    private void takeOutOwnName(ObjectNode object, String name, String pointer) {
        JsonNode own = object.remove(name);
        if (own != null) {
            Refusal refusal = Refusal.notTaken("under an unknown key", name + " are keys of the body itself");
            mistakes.add(new Mistake(Mistake.below(pointer, name), String.valueOf(own), refusal));
        }
    }

    private static Refusal refusal(String key, List<String> known) {
        return key.equals("verb") && known.contains("method")
                ? Refusal.notTaken("under an unknown key", "verb is called method now")
                : Refusal.unknownKey(key, known);
    }
}
