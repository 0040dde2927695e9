package io.alignemulator.drift.shape;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What values of one place look like, one or many.
 *
 * @param kinds integer, number, string, boolean, object, array, null
 * @param forms how texts are spelled
 * @param keys of an object, with the shapes of their values
 * @param sometimes keys that only some of the objects had
 * @param orders the orders in which the keys came, the first of which is that of the keys
 * @param items of an array
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Shape(
        Set<String> kinds,
        Set<String> forms,
        Map<String, Shape> keys,
        Set<String> sometimes,
        @JsonIgnore List<List<String>> orders,
        Optional<Shape> items) {

    private static final int MOST_ORDERS = 4;

    /** Nothing was there. */
    public static final Shape NOTHING = of("");

    /** A single value of that kind. */
    public static Shape of(String kind) {
        return new Shape(
                kind.isEmpty() ? Set.of() : Set.of(kind), Set.of(), Map.of(), Set.of(), List.of(), Optional.empty());
    }

    static Shape text(String form) {
        return new Shape(Set.of("string"), Set.of(form), Map.of(), Set.of(), List.of(), Optional.empty());
    }

    static Shape array(Shape items) {
        Optional<Shape> any = items.kinds.isEmpty() ? Optional.empty() : Optional.of(items);
        return new Shape(Set.of("array"), Set.of(), Map.of(), Set.of(), List.of(), any);
    }

    static Shape object(Map<String, Shape> keys) {
        return new Shape(
                Set.of("object"), Set.of(), keys, Set.of(), List.of(List.copyOf(keys.keySet())), Optional.empty());
    }

    /** In a report: the orders besides that of the keys. */
    @JsonProperty
    List<List<String>> otherOrders() {
        return orders.subList(Math.min(1, orders.size()), orders.size());
    }

    /** Whether a value of that kind was there. */
    public boolean is(String kind) {
        return kinds.contains(kind);
    }

    /** Both in one. */
    public Shape and(Shape other) {
        Map<String, Shape> all = new LinkedHashMap<>(keys);
        other.keys.forEach((key, shape) -> all.merge(key, shape, Shape::and));
        Set<String> some = new TreeSet<>(union(sometimes, other.sometimes));
        if (is("object") && other.is("object")) {
            all.keySet().stream()
                    .filter(key -> !keys.containsKey(key) || !other.keys.containsKey(key))
                    .forEach(some::add);
        }
        Set<List<String>> sequences = new LinkedHashSet<>(orders);
        sequences.addAll(other.orders);
        return new Shape(
                union(kinds, other.kinds),
                union(forms, other.forms),
                all,
                some,
                new ArrayList<>(sequences).subList(0, Math.min(MOST_ORDERS, sequences.size())),
                items.isPresent() && other.items.isPresent()
                        ? Optional.of(items.get().and(other.items.get()))
                        : items.or(other::items));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
