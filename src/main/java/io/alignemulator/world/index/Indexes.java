package io.alignemulator.world.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The indexes of one table. Each is made when somebody first looks something up in it, which most indexes of most worlds never see; those that are made, a write brings along. */
public final class Indexes<T> {

    private final String name;

    /** Places in {@link #made}, by path. */
    private final Map<String, Integer> places;

    private final List<Index.Source<T>> sources;
    private final AtomicReferenceArray<@Nullable Index<T>> made;

    private Indexes(
            String name,
            Map<String, Integer> places,
            List<Index.Source<T>> sources,
            AtomicReferenceArray<@Nullable Index<T>> made) {
        this.name = name;
        this.places = places;
        this.sources = sources;
        this.made = made;
    }

    /**
     * Of a table.
     *
     * @param name what its rows are called
     * @param sources by path, what an index takes out of a row
     */
    public static <T> Indexes<T> of(String name, Map<String, Index.Source<T>> sources) {
        Map<String, Integer> places = new HashMap<>();
        sources.keySet().forEach(path -> places.put(path, places.size()));
        return new Indexes<>(name, places, List.copyOf(sources.values()), new AtomicReferenceArray<>(sources.size()));
    }

    /** The paths that have one. */
    public Set<String> paths() {
        return places.keySet();
    }

    /**
     * The index on a path; whoever comes at the same time makes the same.
     *
     * @param rows of the table, for an index that is not made yet
     * @throws IllegalArgumentException when that path has none
     */
    public Index<T> on(String path, Iterable<T> rows) {
        Integer place = places.get(path);
        if (place == null) {
            throw new IllegalArgumentException(name + " has no index on " + path);
        }
        Index<T> index = made.get(place);
        if (index == null) {
            index = Index.of(sources.get(place), rows);
            made.set(place, index);
        }
        return index;
    }

    /** Those of the table after a row came, changed or went. */
    public Indexes<T> after(@Nullable T old, @Nullable T now) {
        AtomicReferenceArray<@Nullable Index<T>> next = new AtomicReferenceArray<>(made.length());
        for (int i = 0; i < made.length(); i++) {
            Index<T> index = made.get(i);
            if (index != null) {
                next.setPlain(i, index.replace(old, now));
            }
        }
        return new Indexes<>(name, places, sources, next);
    }

    /** Whether indexes made anew find the same. */
    public boolean areTrue(Iterable<T> rows) {
        return places.entrySet().stream()
                .allMatch(each -> on(each.getKey(), rows).sameAs(Index.of(sources.get(each.getValue()), rows)));
    }
}
