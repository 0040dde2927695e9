package io.alignemulator.sandbox;

import io.alignemulator.sandbox.Sandbox.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Named states of a sandbox. A world is a value, so keeping one is keeping a reference. */
public final class Snapshots {

    /** A kept state. */
    public record Snapshot(String name, Instant taken, State state) {}

    private final ConcurrentNavigableMap<String, Snapshot> kept = new ConcurrentSkipListMap<>();
    private final Consumer<Snapshot> onPut;
    private final Consumer<String> onRemove;

    /** Those who want to know of snapshots that come and go. */
    Snapshots(Consumer<Snapshot> onPut, Consumer<String> onRemove) {
        this.onPut = onPut;
        this.onRemove = onRemove;
    }

    /** Keeps a state under a name, in place of what the name stood for. */
    public Snapshot put(String name, Instant taken, State state) {
        Snapshot snapshot = restored(name, taken, state);
        onPut.accept(snapshot);
        return snapshot;
    }

    /** The same without telling anybody. */
    Snapshot restored(String name, Instant taken, State state) {
        Snapshot snapshot = new Snapshot(name, taken, state);
        kept.put(name, snapshot);
        return snapshot;
    }

    public Optional<Snapshot> get(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Whether there was one of that name. */
    public boolean remove(String name) {
        boolean wasThere = kept.remove(name) != null;
        if (wasThere) {
            onRemove.accept(name);
        }
        return wasThere;
    }

    /** In the order of their names. */
    public List<Snapshot> all() {
        return List.copyOf(kept.values());
    }

    void clear() {
        kept.keySet().forEach(this::remove);
    }
}
