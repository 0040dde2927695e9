package io.alignemulator.sandbox;

import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A store whose savings are counted. */
final class MeasuredStore implements SandboxStore {

    private final SandboxStore store;
    private final SaveFigures figures;

    MeasuredStore(SandboxStore store, SaveFigures figures) {
        this.store = store;
        this.figures = figures;
    }

    @Override
    public List<Kept> load(Settings server, Clock clock) {
        return store.load(server, clock);
    }

    @Override
    public CompletableFuture<Void> made(Identity identity, Instant created, SiteContent seed, SiteState state) {
        return figures.follow(store.made(identity, created, seed, state));
    }

    @Override
    public CompletableFuture<Void> wrote(Identity identity, World after) {
        return figures.follow(store.wrote(identity, after));
    }

    @Override
    public CompletableFuture<Void> exchanged(Identity identity, Instant created, SiteState before, SiteState after) {
        return figures.follow(store.exchanged(identity, created, before, after));
    }

    @Override
    public CompletableFuture<Void> removed(Identity identity) {
        return figures.follow(store.removed(identity));
    }

    @Override
    public Optional<String> trouble() {
        return store.trouble();
    }

    @Override
    public void close() {
        store.close();
    }
}
