package io.alignemulator.sandbox;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Json;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.sandbox.Snapshots.Snapshot;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Change;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowKey;
import io.alignemulator.world.World;
import io.alignemulator.world.save.Batch;
import io.alignemulator.world.save.SaveFolder;
import io.alignemulator.world.save.SavedRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps sandboxes in a folder: what each was seeded with, once for all that share it, and what its state and its snapshots change of that. A write saves the rows that it touched. Faults,
 * journal and counted calls are of the moment and not kept; neither is how far a running clock was turned.
 */
public final class SandboxStore implements AutoCloseable {

    private static final String SANDBOX = "sandbox/";
    private static final String SNAPSHOT = "snapshot/";

    private final SaveFolder folder;
    private final Catalogue catalogue;

    /** Saved seeds. Guarded by this. */
    private final IdentityHashMap<World, SavedSeed> seeds = new IdentityHashMap<>();

    /** The sandboxes that are kept; a call that is still under way when its sandbox ends saves nothing. */
    private final Set<Sandbox> live = ConcurrentHashMap.newKeySet();

    /** A seed and how many sandboxes begin with it. */
    private record SavedSeed(String name, int sandboxes) {

        SavedSeed with(int more) {
            return new SavedSeed(name, sandboxes + more);
        }
    }

    public SandboxStore(SaveFolder folder, Catalogue catalogue) {
        this.folder = folder;
        this.catalogue = catalogue;
    }

    /** Saves a sandbox that is new. */
    synchronized CompletableFuture<Void> made(Sandbox sandbox) {
        Batch batch = new Batch();
        World seed = sandbox.seed().world();
        String name = "seed-" + label(sandbox);
        if (!seeds.containsKey(seed)) {
            catalogue.resources().stream()
                    .filter(resource -> resource.recordsOf().equals(resource.name()))
                    .forEach(resource -> seed.table(resource).rows().forEach(row -> batch.putRow(name, row)));
        }
        seeds.merge(seed, new SavedSeed(name, 1), (shared, one) -> shared.with(1));
        live.add(sandbox);
        describe(batch, sandbox, sandbox.state());
        return folder.submit(batch);
    }

    /** Saves the rows that a write touched. */
    CompletableFuture<Void> wrote(Sandbox sandbox, SiteState after) {
        if (!live.contains(sandbox)) {
            return CompletableFuture.completedFuture(null);
        }
        Batch batch = new Batch();
        for (RowKey key : after.world().touched()) {
            after.world()
                    .get(key.resource(), key.id())
                    .ifPresentOrElse(
                            row -> batch.putRow(now(sandbox), row),
                            () -> batch.removeRow(now(sandbox), key.resource(), key.id()));
        }
        return folder.submit(batch.putDocument("ids/" + label(sandbox), ids(after.world())));
    }

    /** Saves how a state differs from the one that it was exchanged for: contents, snapshots, and whether the clock stands. */
    synchronized CompletableFuture<Void> exchanged(Sandbox sandbox, SiteState before, SiteState after) {
        if (!live.contains(sandbox)) {
            return CompletableFuture.completedFuture(null);
        }
        Batch batch = new Batch();
        if (!before.content().equals(after.content())) {
            batch.dropWorld(now(sandbox));
            changes(batch, now(sandbox), after.world());
        }
        describe(batch, sandbox, after);
        for (Snapshot gone : before.snapshots().all()) {
            if (after.snapshots().get(gone.name()).isEmpty()) {
                forget(batch, sandbox, gone.name());
            }
        }
        for (Snapshot kept : after.snapshots().all()) {
            if (!before.snapshots().get(kept.name()).equals(Optional.of(kept))) {
                keep(batch, sandbox, kept);
            }
        }
        return folder.submit(batch);
    }

    private static void keep(Batch batch, Sandbox sandbox, Snapshot snapshot) {
        String world = snapshotWorld(sandbox, snapshot.name());
        batch.dropWorld(world);
        changes(batch, world, snapshot.content().world());
        ObjectNode json = state(snapshot.content()).put("taken", snapshot.taken().toString());
        batch.putDocument(SNAPSHOT + label(sandbox) + "/" + snapshot.name(), bytes(json));
    }

    private static void forget(Batch batch, Sandbox sandbox, String snapshot) {
        batch.dropWorld(snapshotWorld(sandbox, snapshot))
                .removeDocument(SNAPSHOT + label(sandbox) + "/" + snapshot);
    }

    synchronized CompletableFuture<Void> removed(Sandbox sandbox) {
        live.remove(sandbox);
        World seed = sandbox.seed().world();
        SavedSeed left = Objects.requireNonNull(seeds.get(seed)).with(-1);
        Batch batch = new Batch()
                .dropWorld(now(sandbox))
                .removeDocument(SANDBOX + label(sandbox))
                .removeDocument("ids/" + label(sandbox));
        sandbox.snapshots().all().forEach(each -> forget(batch, sandbox, each.name()));
        if (left.sandboxes() == 0) {
            seeds.remove(seed);
            batch.dropWorld(left.name());
        } else {
            seeds.put(seed, left);
        }
        return folder.submit(batch);
    }

    private static void changes(Batch batch, String world, World of) {
        for (Change change : of.changes()) {
            change.after()
                    .ifPresentOrElse(
                            row -> batch.putRow(world, row),
                            () -> batch.removeRow(world, change.resource().name(), change.id()));
        }
    }

    private void describe(Batch batch, Sandbox sandbox, SiteState state) {
        Identity identity = sandbox.identity();
        ObjectNode json = Json.object().put("name", identity.name()).put("key", identity.key());
        identity.timeToLive().ifPresent(life -> json.put("timeToLive", life.toString()));
        json.put("created", sandbox.created().toString());
        if (state.clock().frozen()) {
            json.put("frozenAt", state.clock().now().toString());
        }
        synchronized (this) {
            json.put(
                    "seedWorld",
                    Objects.requireNonNull(seeds.get(sandbox.seed().world())).name());
        }
        json.set("seed", state(sandbox.seed()));
        json.set("state", state(state.content()));
        batch.putDocument(SANDBOX + label(sandbox), bytes(json))
                .putDocument("ids/" + label(sandbox), ids(state.world()));
    }

    private static ObjectNode state(Content state) {
        ObjectNode json = Json.object();
        ObjectNode tokens = json.putObject("tokens");
        state.tokens().all().forEach(tokens::put);
        ObjectNode names = json.putObject("names");
        state.tokens()
                .all()
                .values()
                .forEach(user -> names.put(user.toString(), state.tokens().nameOf(user)));
        ObjectNode settings = json.putObject("settings");
        Settings.ALL.stream()
                .filter(Settings::isPerSandbox)
                .forEach(
                        setting -> settings.put(setting.name(), state.settings().text(setting)));
        json.set("ids", Json.read(ids(state.world())));
        return json;
    }

    private static byte[] ids(World world) {
        ObjectNode json = Json.object();
        world.lastIds().forEach(json::put);
        return bytes(json);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String label(Sandbox sandbox) {
        return label(sandbox.identity().key());
    }

    private static String label(String key) {
        return key.isEmpty() ? "default" : key;
    }

    private static String now(Sandbox sandbox) {
        return "now-" + label(sandbox);
    }

    private static String snapshotWorld(Sandbox sandbox, String snapshot) {
        return "snapshot-" + label(sandbox) + "-" + snapshot;
    }

    /**
     * Brings back what is saved.
     *
     * @param server settings of the server, which sandboxes share but for those of their own
     * @param clock of the default sandbox
     * @param found takes each sandbox, the default one first
     * @return whether there was anything
     */
    boolean load(Settings server, Clock clock, Consumer<Sandbox> found) {
        Map<String, byte[]> documents = folder.documents();
        List<String> names = documents.keySet().stream()
                .filter(name -> name.startsWith(SANDBOX))
                .sorted(Comparator.comparing((String name) -> !name.equals(SANDBOX + "default"))
                        .thenComparing(name -> name))
                .toList();
        Map<String, World> worlds = new TreeMap<>();
        for (String name : names) {
            JsonNode json = Json.read(documents.getOrDefault(name, new byte[0]));
            World seed = worlds.computeIfAbsent(json.path("seedWorld").asString(), world -> seed(world, json));
            found.accept(
                    restored(json, seed, server, name.equals(SANDBOX + "default") ? clock : Clock.system(), documents));
        }
        return !names.isEmpty();
    }

    private World seed(String name, JsonNode json) {
        SavedRows saved = folder.rows(name).orElse(new SavedRows(List.of(), List.of()));
        Map<String, List<Row>> rows = new TreeMap<>();
        saved.rows().forEach(row -> rows.computeIfAbsent(row.resource().name(), r -> new ArrayList<>())
                .add(row));
        World seed = World.restored(catalogue, rows, ids(json.path("seed").path("ids")));
        synchronized (this) {
            seeds.put(seed, new SavedSeed(name, 0));
        }
        return seed;
    }

    private Sandbox restored(JsonNode json, World seed, Settings server, Clock running, Map<String, byte[]> documents) {
        String key = json.path("key").asString();
        Optional<Duration> life = json.has("timeToLive")
                ? Optional.of(Duration.parse(json.path("timeToLive").asString()))
                : Optional.empty();
        Clock clock = json.has("frozenAt")
                ? Clock.frozenAt(Instant.parse(json.path("frozenAt").asString()))
                : running;
        JsonNode lastIds = Json.read(documents.getOrDefault("ids/" + label(key), bytes(Json.object())));
        Baseline baseline = new Baseline(state(json.path("seed"), seed, server), clock);
        Content now = state(json.path("state"), overlaid(seed, "now-" + label(key), lastIds), server);
        Snapshots snapshots = Snapshots.NONE;
        String prefix = SNAPSHOT + label(key) + "/";
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            if (document.getKey().startsWith(prefix)) {
                String snapshot = document.getKey().substring(prefix.length());
                JsonNode kept = Json.read(document.getValue());
                World world = overlaid(seed, "snapshot-" + label(key) + "-" + snapshot, kept.path("ids"));
                snapshots = snapshots.with(new Snapshot(
                        snapshot, Instant.parse(kept.path("taken").asString()), state(kept, world, server)));
            }
        }
        Sandbox sandbox = new Sandbox(
                new Identity(json.path("name").asString(), key, life),
                Instant.parse(json.path("created").asString()),
                baseline,
                baseline.begin(clock).with(now).with(snapshots),
                Optional.of(this));
        live.add(sandbox);
        return sandbox;
    }

    private World overlaid(World seed, String name, JsonNode lastIds) {
        SavedRows saved = folder.rows(name).orElse(new SavedRows(List.of(), List.of()));
        return seed.overlaid(saved.rows(), saved.removed(), ids(lastIds));
    }

    private static Content state(JsonNode json, World world, Settings server) {
        Map<String, Long> tokens = new TreeMap<>();
        json.path("tokens")
                .properties()
                .forEach(each -> tokens.put(each.getKey(), each.getValue().asLong()));
        Map<Long, String> names = new TreeMap<>();
        json.path("names")
                .properties()
                .forEach(each ->
                        names.put(Long.valueOf(each.getKey()), each.getValue().asString()));
        Map<String, String> settings = new TreeMap<>();
        json.path("settings")
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().asString()));
        return new Content(world, Tokens.of(tokens).called(names), server.with(settings));
    }

    private static Map<String, Long> ids(JsonNode json) {
        Map<String, Long> ids = new TreeMap<>();
        json.properties().forEach(each -> ids.put(each.getKey(), each.getValue().asLong()));
        return ids;
    }

    @Override
    public void close() {
        folder.close();
    }
}
