package io.alignemulator.resource.rules.entry;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Rule;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * What the entries of one key of the catalogue describe. They are data: made when a resource is first written, and kept.
 *
 * @param <T> a check, or an effect
 */
public final class Entries<T> {

    private final Function<Resource, List<Rule>> key;
    private final Function<Rule, T> described;
    private final ConcurrentMap<String, List<Entry<T>>> made = new ConcurrentHashMap<>();

    /**
     * @param key where a resource has its entries
     * @param described what an entry describes
     */
    public Entries(Function<Resource, List<Rule>> key, Function<Rule, T> described) {
        this.key = key;
        this.described = described;
    }

    /** Those of a resource, in the order of the catalogue. */
    public List<Entry<T>> of(Resource resource) {
        return made.computeIfAbsent(resource.name(), name -> key.apply(resource).stream()
                .map(rule -> Entry.of(rule, described.apply(rule)))
                .toList());
    }
}
