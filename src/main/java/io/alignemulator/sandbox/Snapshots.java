package io.alignemulator.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named contents of a sandbox. A world is a value, so keeping one is keeping a reference.
 *
 * @param byName in the order of their names
 */
public record Snapshots(SortedMap<String, Snapshot> byName) {

    static final Snapshots NONE = new Snapshots(new TreeMap<>());

    /** Kept contents. */
    public record Snapshot(String name, Instant taken, SiteContent content) {}

    public Snapshots {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** With one more, in place of what its name stood for. */
    Snapshots with(Snapshot snapshot) {
        TreeMap<String, Snapshot> more = new TreeMap<>(byName);
        more.put(snapshot.name(), snapshot);
        return new Snapshots(more);
    }

    /** Without the one of that name. */
    Snapshots without(String name) {
        TreeMap<String, Snapshot> less = new TreeMap<>(byName);
        less.remove(name);
        return new Snapshots(less);
    }

    public Optional<Snapshot> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order of their names. */
    public List<Snapshot> all() {
        return List.copyOf(byName.values());
    }
}
