package io.alignemulator.sandbox;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

/**
 * Where sandboxes are kept, so that they survive the process. It is told of everything that is exchanged, in the order of the exchanges; each future completes when what was told is safe, or
 * with the reason why it is not. What runs and counts inside a state (faults, counted calls, how far a running clock was turned) is of the moment and not kept.
 */
public interface SandboxStore extends AutoCloseable {

    /** Opens stores. Found by {@link ServiceLoader}, so that who keeps nothing loads nothing of it. */
    interface Provider {
        /**
         * Opens the store in a folder, which is made when it is not there.
         *
         * @throws SettingException when the folder cannot be used; it stays as it is
         */
        SandboxStore open(Path folder, Catalogue catalogue);
    }

    /**
     * A sandbox as it is kept.
     *
     * @param baseline what a reset brings back
     * @param now what it held last
     */
    record Kept(Identity identity, Instant created, Baseline baseline, SiteContent now, Snapshots snapshots) {

        /** How it goes on. */
        SiteState state() {
            return baseline.begin(baseline.clock()).with(now).with(snapshots);
        }
    }

    /**
     * Opens the store in a folder.
     *
     * @throws SettingException when the folder cannot be used, or nothing on the class path can open one
     */
    static SandboxStore open(Path folder, Catalogue catalogue) {
        return ServiceLoader.load(Provider.class, SandboxStore.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new SettingException(
                        "Cannot keep data in " + folder + ": nothing on the class path can save sandboxes"))
                .open(folder, catalogue);
    }

    /**
     * Everything that is kept, the default sandbox first.
     *
     * @param server settings of the server, which sandboxes share but for those of their own
     * @param clock of the default sandbox, unless it was left with one that stands still
     * @throws SettingException when it cannot be read
     */
    List<Kept> load(Settings server, Clock clock);

    /** A sandbox begins. */
    CompletableFuture<Void> made(Identity identity, Instant created, SiteContent seed, SiteState state);

    /** A write exchanged the world; {@link World#touched()} tells which records. */
    CompletableFuture<Void> wrote(Identity identity, World after);

    /** One state was exchanged for another. */
    CompletableFuture<Void> exchanged(Identity identity, Instant created, SiteState before, SiteState after);

    /** A sandbox is over; whatever a late call still tells of it is not kept. */
    CompletableFuture<Void> removed(Identity identity);

    /** Why nothing is kept any more, as a sentence without its full stop; empty while all is well. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** Returns when everything told is safe. */
    @Override
    void close();
}
