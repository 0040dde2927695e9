package io.alignemulator.sandbox;

import io.alignemulator.sandbox.Sandbox.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Named states of a sandbox. A world is a value, so keeping one is keeping a reference. */
public final class Snapshots {

    /** A kept state. */
    public record Snapshot(String name, Instant taken, State state) {}

    private final ConcurrentNavigableMap<String, Snapshot> kept = new ConcurrentSkipListMap<>();

    /** Keeps a state under a name, in place of what the name stood for. */
    public Snapshot put(String name, Instant taken, State state) {
        Snapshot snapshot = new Snapshot(name, taken, state);
        kept.put(name, snapshot);
        return snapshot;
    }

    public Optional<Snapshot> get(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Whether there was one of that name. */
    public boolean remove(String name) {
        return kept.remove(name) != null;
    }

    /** In the order of their names. */
    public List<Snapshot> all() {
        return List.copyOf(kept.values());
    }

    void clear() {
        kept.clear();
    }
}
