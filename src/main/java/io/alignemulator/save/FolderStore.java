package io.alignemulator.save;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.sandbox.SandboxStore;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.sandbox.Snapshots;
import io.alignemulator.sandbox.Snapshots.Snapshot;
import io.alignemulator.save.Saved.Contents;
import io.alignemulator.save.Saved.Described;
import io.alignemulator.save.Saved.Seed;
import io.alignemulator.save.folder.Batch;
import io.alignemulator.save.folder.SaveException;
import io.alignemulator.save.folder.SaveFolder;
import io.alignemulator.save.folder.SavedRows;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowChange;
import io.alignemulator.world.RowKey;
import io.alignemulator.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps sandboxes in a folder: what each was seeded with, once for all that share it, and what its state and its snapshots change of that. A write saves the rows that it touched.
 */
public final class FolderStore implements SandboxStore {

    private static final String SANDBOX = "sandbox/";
    private static final String SNAPSHOT = "snapshot/";
    private static final String DEFAULT = "default";

    private final Path path;
    private final SaveFolder folder;
    private final Catalogue catalogue;

    /** What the sandboxes that are kept began with; a call that is still under way when its sandbox ends saves nothing. A seed is saved as long as one of these has its name. */
    private final Map<Identity, Seed> live = new ConcurrentHashMap<>();

    /** Opens folders for {@link SandboxStore#open}. */
    public static final class Provider implements SandboxStore.Provider {
        @Override
        public SandboxStore open(Path path, Catalogue catalogue) {
            return usable(() -> new FolderStore(path, SaveFolder.open(path, catalogue), catalogue));
        }
    }

    FolderStore(Path path, SaveFolder folder, Catalogue catalogue) {
        this.path = path;
        this.folder = folder;
        this.catalogue = catalogue;
    }

    private static <T> T usable(Supplier<T> use) {
        try {
            return use.get();
        } catch (SaveException e) {
            SettingException unusable = new SettingException(String.valueOf(e.getMessage()));
            unusable.initCause(e);
            throw unusable;
        }
    }

    @Override
    public synchronized CompletableFuture<Void> made(
            Identity identity, Instant created, SiteContent content, SiteState state) {
        Batch batch = new Batch();
        Seed seed = live.values().stream()
                .filter(other -> other.content().world() == content.world())
                .findAny()
                .map(shared -> new Seed(shared.name(), shared.rows(), content))
                .orElseGet(() -> saved(batch, "seed-" + label(identity), content));
        live.put(identity, seed);
        describe(batch, identity, created, seed, state);
        return folder.submit(batch).whenComplete((done, failure) -> {
            if (failure != null) {
                ended(identity);
            }
        });
    }

    private synchronized void ended(Identity identity) {
        live.remove(identity);
    }

    private synchronized void stayed(Identity identity, Seed seed) {
        live.put(identity, seed);
    }

    private Seed saved(Batch batch, String name, SiteContent content) {
        List<Row> rows = new ArrayList<>();
        catalogue.resources().stream()
                .filter(resource -> resource.recordsOf().equals(resource.name()))
                .forEach(resource -> content.world().table(resource).rows().forEach(rows::add));
        rows.forEach(row -> batch.putRow(name, row));
        return new Seed(name, rows.size(), content);
    }

    @Override
    public synchronized CompletableFuture<Void> wrote(Identity identity, World after) {
        if (!live.containsKey(identity)) {
            return CompletableFuture.completedFuture(null);
        }
        Batch batch = new Batch();
        for (RowKey key : after.touched()) {
            put(batch, now(identity), key, after.get(key.resource(), key.id()));
        }
        return folder.submit(batch.putDocument(ids(identity), Saved.bytes(after.lastIds())));
    }

    @Override
    public synchronized CompletableFuture<Void> exchanged(
            Identity identity, Instant created, SiteState before, SiteState after) {
        Seed seed = live.get(identity);
        if (seed == null) {
            return CompletableFuture.completedFuture(null);
        }
        Batch batch = new Batch();
        if (!before.content().equals(after.content())) {
            replace(batch, now(identity), after.world());
        }
        describe(batch, identity, created, seed, after);
        Map<String, Snapshot> kept = after.snapshots().byName();
        for (Snapshot gone : before.snapshots().all()) {
            if (!kept.containsKey(gone.name())) {
                forget(batch, identity, gone.name());
            }
        }
        for (Snapshot each : kept.values()) {
            if (!Optional.of(each).equals(before.snapshots().get(each.name()))) {
                replace(
                        batch,
                        snapshotWorld(identity, each.name()),
                        each.content().world());
                batch.putDocument(
                        SNAPSHOT + label(identity) + "/" + each.name(),
                        Saved.bytes(Contents.of(each.content(), each.taken())));
            }
        }
        return folder.submit(batch);
    }

    @Override
    public synchronized CompletableFuture<Void> removed(Identity identity) {
        Seed seed = live.remove(identity);
        if (seed == null) {
            return CompletableFuture.completedFuture(null);
        }
        Batch batch = new Batch()
                .dropWorld(now(identity))
                .removeDocument(SANDBOX + label(identity))
                .removeDocument(ids(identity));
        String snapshots = SNAPSHOT + label(identity) + "/";
        folder.documents().keySet().stream()
                .filter(name -> name.startsWith(snapshots))
                .forEach(name -> forget(batch, identity, name.substring(snapshots.length())));
        if (live.values().stream().noneMatch(other -> other.name().equals(seed.name()))) {
            batch.dropWorld(seed.name());
        }
        return folder.submit(batch).whenComplete((done, failure) -> {
            if (failure != null) {
                stayed(identity, seed);
            }
        });
    }

    private static void replace(Batch batch, String name, World world) {
        batch.dropWorld(name);
        for (RowChange change : world.changes()) {
            put(batch, name, new RowKey(change.resource().name(), change.id()), change.after());
        }
    }

    private static void put(Batch batch, String world, RowKey key, Optional<Row> row) {
        row.ifPresentOrElse(
                present -> batch.putRow(world, present), () -> batch.removeRow(world, key.resource(), key.id()));
    }

    private static void forget(Batch batch, Identity identity, String snapshot) {
        batch.dropWorld(snapshotWorld(identity, snapshot)).removeDocument(SNAPSHOT + label(identity) + "/" + snapshot);
    }

    private static void describe(Batch batch, Identity identity, Instant created, Seed seed, SiteState state) {
        batch.putDocument(SANDBOX + label(identity), Saved.bytes(Described.of(identity, created, seed, state)))
                .putDocument(ids(identity), Saved.bytes(state.world().lastIds()));
    }

    private static String label(Identity identity) {
        return identity.key().isEmpty() ? DEFAULT : identity.key();
    }

    private static String now(Identity identity) {
        return "now-" + label(identity);
    }

    private static String ids(Identity identity) {
        return "ids/" + label(identity);
    }

    private static String snapshotWorld(Identity identity, String snapshot) {
        return "snapshot-" + label(identity) + "-" + snapshot;
    }

    @Override
    public synchronized List<Kept> load(Settings server, Clock clock) {
        return usable(() -> {
            Map<String, byte[]> documents = folder.documents();
            Map<String, World> seeds = new HashMap<>();
            List<Kept> kept = new ArrayList<>();
            documents.keySet().stream()
                    .filter(name -> name.startsWith(SANDBOX))
                    .sorted(Comparator.comparing((String name) -> !name.equals(SANDBOX + DEFAULT))
                            .thenComparing(Comparator.naturalOrder()))
                    .map(name -> Saved.read(content(documents, name), Described.class))
                    .forEach(described -> kept.add(
                            restored(described, seeds, documents, server, kept.isEmpty() ? clock : Clock.system())));
            return kept;
        });
    }

    private Kept restored(
            Described described,
            Map<String, World> seeds,
            Map<String, byte[]> documents,
            Settings server,
            Clock running) {
        Identity identity = described.identity();
        World seed = seeds.computeIfAbsent(described.seedWorld(), name -> seed(described));
        Baseline baseline = new Baseline(described.seed().with(seed, server), described.clock(running));
        Map<String, Long> lastIds = Saved.ids(content(documents, ids(identity)));
        SiteContent now = described.state().with(overlaid(seed, now(identity), lastIds), server);
        String prefix = SNAPSHOT + label(identity) + "/";
        TreeMap<String, Snapshot> snapshots = new TreeMap<>();
        documents.forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                Snapshot snapshot = snapshot(
                        name.substring(prefix.length()), Saved.read(bytes, Contents.class), identity, seed, server);
                snapshots.put(snapshot.name(), snapshot);
            }
        });
        // A version that did not count them saved some, else this one would have been refused.
        int rows = described.seedRows() == null ? 1 : described.seedRows();
        live.put(identity, new Seed(described.seedWorld(), rows, baseline.content()));
        return new Kept(identity, Instant.parse(described.created()), baseline, now, new Snapshots(snapshots));
    }

    private Snapshot snapshot(String name, Contents contents, Identity identity, World seed, Settings server) {
        World world = overlaid(seed, snapshotWorld(identity, name), contents.ids());
        return new Snapshot(name, Instant.parse(String.valueOf(contents.taken())), contents.with(world, server));
    }

    /** A seed without rows is damage, unless it had none: without this a lost seed would look like an empty site. */
    private World seed(Described described) {
        Optional<SavedRows> saved = folder.rows(described.seedWorld());
        boolean hadNone = Integer.valueOf(0).equals(described.seedRows());
        if (saved.isEmpty() && !hadNone) {
            throw SaveException.incomplete(path, "the records that sandbox " + described.name() + " began with");
        }
        Map<String, List<Row>> rows = saved.map(SavedRows::rows).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(row -> row.resource().name()));
        return World.restored(catalogue, rows, described.seed().ids());
    }

    private World overlaid(World seed, String name, Map<String, Long> lastIds) {
        SavedRows saved = folder.rows(name).orElse(new SavedRows(List.of(), List.of()));
        return seed.overlaid(saved.rows(), saved.removed(), lastIds);
    }

    private byte[] content(Map<String, byte[]> documents, String name) {
        byte[] content = documents.get(name);
        if (content == null) {
            throw SaveException.incomplete(path, "document " + name);
        }
        return content;
    }

    @Override
    public Optional<String> trouble() {
        return folder.failure().map(Throwable::getMessage);
    }

    @Override
    public void close() {
        folder.close();
    }
}
