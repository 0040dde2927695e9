package io.alignemulator.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON object of the suite's files, read strictly.
 *
 * @param place for messages
 */
record Params(String place, Map<String, Object> json) {

    static Params of(String place, Object json) {
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, value) -> object.put(String.valueOf(key), value));
            return new Params(place, object);
        }
        throw new SuiteException(place + " is no object: " + json);
    }

    /** Refuses other keys: a check that is misspelt would never fail. */
    Params only(String... known) {
        Set<String> unknown = new TreeSet<>(json.keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw new SuiteException(place + " has no " + unknown + "; it has " + new TreeSet<>(Set.of(known)));
        }
        return this;
    }

    boolean has(String key) {
        return json.containsKey(key);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> new SuiteException(place + " lacks " + key));
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(json.get(key)).map(String::valueOf);
    }

    int number(String key, int fallback) {
        Object value = json.getOrDefault(key, fallback);
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new SuiteException(place + ": " + key + " is no number");
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(json.get(key));
    }

    /** The object at a key; empty when it is missing. */
    Map<String, Object> object(String key) {
        return has(key) ? of(place + "/" + key, value(key)).json() : Map.of();
    }

    Object value(String key) {
        Object value = json.get(key);
        if (value == null) {
            throw new SuiteException(place + " lacks " + key);
        }
        return value;
    }

    /** The array at a key, one value standing for an array of it; empty when it is missing. */
    List<Object> list(String key) {
        Object value = json.get(key);
        return value == null ? List.of() : value instanceof List<?> list ? List.copyOf(list) : List.of(value);
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }
}
