package io.alignemulator.sandbox;

import io.alignemulator.access.Credential;
import io.alignemulator.access.TokenText;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sandboxes of a server: the default one, which is always there, and those that were made. One whose time to live is over is gone. */
public final class Sandboxes {

    /** Name of the sandbox that needs no ceremony. */
    public static final String DEFAULT = "default";

    private final Sandbox main;
    private final Optional<SandboxStore> keeper;
    private final ConcurrentNavigableMap<String, Sandbox> byName = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, Sandbox> byKey = new ConcurrentHashMap<>();

    /** A server with one sandbox that is kept nowhere. */
    public Sandboxes(Baseline beginning) {
        this(main(beginning, Optional.empty()), Optional.empty());
    }

    private static Sandbox main(Baseline beginning, Optional<SandboxStore> keeper) {
        return new Sandbox(new Identity(DEFAULT, "", Optional.empty()), beginning.asSeed(), keeper);
    }

    private Sandboxes(Sandbox main, Optional<SandboxStore> keeper) {
        this.main = main;
        this.keeper = keeper;
        byName.put(DEFAULT, main);
    }

    /**
     * The sandboxes that a folder keeps, or, when it keeps none, one that begins with a seed.
     *
     * @param server settings of the server
     * @param clock of the default one
     * @param beginning asked for when the folder is empty
     */
    public static Sandboxes kept(SandboxStore keeper, Settings server, Clock clock, Supplier<Baseline> beginning) {
        List<Sandbox> found = new ArrayList<>();
        if (!keeper.load(server, clock, found::add)) {
            Sandbox main = main(beginning.get(), Optional.of(keeper));
            keeper.made(main).join();
            found.add(main);
        }
        Sandboxes sandboxes = new Sandboxes(found.get(0), Optional.of(keeper));
        found.subList(1, found.size()).forEach(sandboxes::add);
        return sandboxes;
    }

    private void add(Sandbox sandbox) {
        byName.put(sandbox.name(), sandbox);
        byKey.put(sandbox.identity().key(), sandbox);
    }

    /** The default sandbox. */
    public Sandbox main() {
        return main;
    }

    /**
     * Makes a sandbox that begins with the given state, its tokens exchanged for others; empty when the name is taken. Costs the same whatever the world holds.
     *
     * @param timeToLive empty for ever
     */
    public Optional<Sandbox> create(String name, Baseline beginning, Optional<Duration> timeToLive) {
        String key = TokenText.newKey();
        Content from = beginning.content();
        Content reissued = from.with(from.tokens().reissued(user -> TokenText.issue(user, key)));
        Sandbox sandbox = new Sandbox(
                new Identity(name, key, timeToLive),
                new Baseline(reissued, beginning.clock(), beginning.faults()).asSeed(),
                keeper);
        find(name);
        if (byName.putIfAbsent(name, sandbox) != null) {
            return Optional.empty();
        }
        byKey.put(key, sandbox);
        keeper.ifPresent(k -> k.made(sandbox).join());
        return Optional.of(sandbox);
    }

    public Optional<Sandbox> find(String name) {
        return alive(byName.get(name));
    }

    /** The sandbox that issued the token, as far as the token tells; the default one otherwise. */
    public Sandbox of(Credential credential) {
        return credential.sandboxKey().flatMap(key -> alive(byKey.get(key))).orElse(main);
    }

    private Optional<Sandbox> alive(@Nullable Sandbox sandbox) {
        if (sandbox != null && sandbox.isExpired()) {
            remove(sandbox.name());
            return Optional.empty();
        }
        return Optional.ofNullable(sandbox);
    }

    /** Whether there was one of that name to remove; the default one stays. */
    public boolean remove(String name) {
        Sandbox removed = name.equals(DEFAULT) ? null : byName.remove(name);
        if (removed != null) {
            byKey.remove(removed.identity().key());
            keeper.ifPresent(k -> k.removed(removed).join());
        }
        return removed != null;
    }

    /** In the order of their names. */
    public List<Sandbox> all() {
        return byName.values().stream().flatMap(each -> alive(each).stream()).toList();
    }
}
