package io.alignemulator.sandbox;

import io.alignemulator.access.Credential;
import io.alignemulator.access.TokenText;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.sandbox.journal.JournalSpace;
import io.alignemulator.settings.AccessSettings;
import io.alignemulator.settings.AccessSettings.TokenForm;
import io.alignemulator.settings.LimitSettings;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sandboxes of a server: the default one, which is always there, and those that were made. One whose time to live is over is gone. A sandbox is found, and its tokens are valid, from when
 * it is saved to when its end is; so nobody ends one that is still being made.
 */
public final class Sandboxes {

    /** Name of the sandbox that needs no ceremony. */
    public static final String DEFAULT = "default";

    private static final String LOCAL = ".localhost";

    private final Sandbox main;
    private final Optional<SandboxStore> store;
    private final JournalSpace space;
    private final SaveFigures saves;
    private final int most;
    private final Optional<Duration> usualLife;
    private final String mark;
    private final ConcurrentNavigableMap<String, Sandbox> byName = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, Sandbox> byKey = new ConcurrentHashMap<>();

    /** Names that are being given, each with what ends when it is known whether it was. */
    private final ConcurrentMap<String, CompletableFuture<Void>> taking = new ConcurrentHashMap<>();

    /** A server with one sandbox that is kept nowhere. */
    public Sandboxes(Baseline beginning) {
        this(beginning, Optional.empty(), space(beginning.content().settings()), new SaveFigures());
    }

    private Sandboxes(Baseline beginning, Optional<SandboxStore> store, JournalSpace space, SaveFigures saves) {
        this(
                new Sandbox(new Identity(DEFAULT, "", Optional.empty()), beginning.asSeed(), store, space),
                store,
                space,
                saves,
                beginning.content().settings());
    }

    private static JournalSpace space(Settings server) {
        return new JournalSpace(server.get(LimitSettings.JOURNAL_BYTES));
    }

    private Sandboxes(
            Sandbox main, Optional<SandboxStore> store, JournalSpace space, SaveFigures saves, Settings server) {
        this.main = main;
        this.store = store;
        this.space = space;
        this.saves = saves;
        this.most = server.get(LimitSettings.MAX_SANDBOXES);
        this.usualLife = server.get(LimitSettings.SANDBOX_TTL);
        this.mark = server.get(ServerSettings.FLEET_MARK);
        byName.put(DEFAULT, main);
    }

    /**
     * The sandboxes that a store keeps, or, when it keeps none, one that begins with a seed.
     *
     * @param server settings of the server
     * @param clock of the default one
     * @param beginning asked for when the store is empty
     */
    public static Sandboxes kept(SandboxStore store, Settings server, Clock clock, Supplier<Baseline> beginning) {
        SaveFigures saves = new SaveFigures();
        Optional<SandboxStore> keeping = Optional.of(new MeasuredStore(store, saves));
        JournalSpace space = space(server);
        List<Sandbox> found = store.load(server, clock).stream()
                .map(kept ->
                        new Sandbox(kept.identity(), kept.created(), kept.baseline(), kept.state(), keeping, space))
                .toList();
        if (found.isEmpty()) {
            Sandboxes fresh = new Sandboxes(beginning.get(), keeping, space, saves);
            try {
                fresh.save(fresh.main);
            } catch (NotSavedException e) {
                throw new SettingException(e.getMessage() + ".");
            }
            return fresh;
        }
        Sandboxes sandboxes = new Sandboxes(found.get(0), keeping, space, saves, server);
        found.subList(1, found.size()).forEach(sandboxes::show);
        return sandboxes;
    }

    private void save(Sandbox sandbox) {
        store.ifPresent(keeping ->
                Sandbox.join(keeping.made(sandbox.identity(), sandbox.created(), sandbox.seed(), sandbox.state())));
    }

    private void show(Sandbox sandbox) {
        byKey.put(sandbox.identity().key(), sandbox);
        byName.put(sandbox.name(), sandbox);
    }

    /** Why writes cannot be saved any more; empty while they can. */
    public Optional<String> trouble() {
        return store.flatMap(SandboxStore::trouble);
    }

    /** How often and how long was saved. */
    public SaveFigures saves() {
        return saves;
    }

    /** What the journals of all sandboxes keep together. */
    public JournalSpace journals() {
        return space;
    }

    /** The default sandbox. */
    public Sandbox main() {
        return main;
    }

    /**
     * Makes a sandbox that begins with the given state, its tokens exchanged for others; empty when the name is taken. Costs the same whatever the world holds. Who asks for a
     * name that is being given waits until that is over: told that the name is taken, it finds the sandbox.
     *
     * @param timeToLive empty for as long as the server lets sandboxes live
     */
    public Optional<Sandbox> create(String name, Baseline beginning, Optional<Duration> timeToLive) {
        return create(name, beginning, timeToLive, Map.of());
    }

    /**
     * The same with labels to find it by.
     *
     * @throws TooManySandboxes when there are as many as the server takes
     */
    public Optional<Sandbox> create(
            String name, Baseline beginning, Optional<Duration> timeToLive, Map<String, String> labels) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        for (var other = taking.putIfAbsent(name, over); other != null; other = taking.putIfAbsent(name, over)) {
            other.join();
        }
        try {
            if (find(name).isPresent()) {
                return Optional.empty();
            }
            refuseWhenFull();
            String key = newKey();
            SiteContent from = beginning.content();
            TokenForm form = from.settings().get(AccessSettings.TOKENS);
            SiteContent reissued = from.with(from.tokens().reissued(token -> TokenText.issue(token, key, form)));
            Sandbox sandbox = new Sandbox(
                    new Identity(name, key, timeToLive.or(() -> usualLife), labels),
                    new Baseline(reissued, beginning.clock(), beginning.faults()).asSeed(),
                    store,
                    space);
            save(sandbox);
            show(sandbox);
            return Optional.of(sandbox);
        } finally {
            taking.remove(name);
            over.complete(null);
        }
    }

    private String newKey() {
        String key = TokenText.newKey(mark);
        return byKey.containsKey(key) ? newKey() : key;
    }

    /** The default one does not count, those that are being made do; those that are over end first. */
    private void refuseWhenFull() {
        if (byName.size() - 1 + taking.size() > most && all().size() - 1 + taking.size() > most) {
            throw new TooManySandboxes(most);
        }
    }

    /** As many sandboxes as there may be. */
    public static final class TooManySandboxes extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySandboxes(int most) {
            super("There are " + most + " sandboxes already, as many as the setting max-sandboxes allows; end some.");
        }
    }

    public Optional<Sandbox> find(String name) {
        return alive(byName.get(name));
    }

    /**
     * The sandbox that a host name names, as {@code red.localhost} does.
     *
     * @param host as a client sent it, with a port or without
     * @param other where it names none
     */
    public Optional<Sandbox> under(String host, Supplier<Sandbox> other) {
        String sent = host.toLowerCase(Locale.ROOT);
        String name = sent.contains(LOCAL) ? sent.replaceFirst(":[0-9]+$", "") : sent;
        return name.endsWith(LOCAL)
                ? find(name.substring(0, name.length() - LOCAL.length()))
                : Optional.of(other.get());
    }

    /** The sandbox that issued the token, as far as the token tells; the default one otherwise. */
    public Sandbox of(Credential credential) {
        return credential.sandboxKey().flatMap(key -> alive(byKey.get(key))).orElse(main);
    }

    private Optional<Sandbox> alive(@Nullable Sandbox sandbox) {
        if (sandbox != null && sandbox.isExpired()) {
            end(sandbox);
            return Optional.empty();
        }
        return Optional.ofNullable(sandbox);
    }

    /** Whether there was one of that name to remove; the default one stays. */
    public boolean remove(String name) {
        Sandbox found = name.equals(DEFAULT) ? null : byName.get(name);
        return found != null && end(found);
    }

    /** Ends this sandbox and not another one that has its name by now; whether it was this call that did. */
    private boolean end(Sandbox sandbox) {
        byKey.remove(sandbox.identity().key(), sandbox);
        boolean isOver = byName.remove(sandbox.name(), sandbox);
        if (isOver) {
            try {
                store.ifPresent(keeping -> Sandbox.join(keeping.removed(sandbox.identity())));
            } catch (NotSavedException e) {
                stay(sandbox, e);
            }
            sandbox.journal().close();
        }
        return isOver;
    }

    /** One that ends by itself is gone all the same; it does so again after a restart. */
    private void stay(Sandbox sandbox, NotSavedException reason) {
        if (!sandbox.isExpired()) {
            show(sandbox);
            throw reason;
        }
    }

    /** In the order of their names. */
    public List<Sandbox> all() {
        return byName.values().stream().flatMap(each -> alive(each).stream()).toList();
    }
}
