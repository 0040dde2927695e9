package io.alignemulator.sandbox;

import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Credential;
import io.alignemulator.access.Tokens;
import io.alignemulator.sandbox.Sandbox.Identity;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Rows;
import io.alignemulator.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What sandboxes tell the store that keeps them, and when they are there. */
@Timeout(60)
class KeptSandboxesTest {

    private static final World SEED = Rows.seed(row("Region", 1, "name", "North"));
    private static final Tokens TOKENS = Tokens.of(Map.of("user:1|t", 1L));

    private final Clock clock = Clock.frozenAt(Instant.parse("2024-01-01T00:00:00Z"));
    private final Notes store = new Notes();
    private final Sandboxes sandboxes =
            Sandboxes.kept(store, Settings.DEFAULTS, clock, () -> new Baseline(content(), clock));

    private static SiteContent content() {
        return new SiteContent(SEED, TOKENS, Settings.DEFAULTS);
    }

    /** A store that notes what it is told, and is slow or full on request. */
    private static final class Notes implements SandboxStore {
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());
        private final BlockingQueue<CompletableFuture<Void>> slow = new LinkedBlockingQueue<>();
        private volatile BiFunction<String, Identity, CompletableFuture<Void>> answer =
                (word, identity) -> CompletableFuture.completedFuture(null);

        private CompletableFuture<Void> note(String word, Identity identity) {
            told.add(word + " " + identity.name());
            return answer.apply(word, identity);
        }

        void beSlow() {
            answer = (word, identity) -> {
                CompletableFuture<Void> saved = new CompletableFuture<>();
                slow.add(saved);
                return saved;
            };
        }

        @Override
        public List<Kept> load(Settings server, Clock clock) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> made(Identity identity, Instant created, SiteContent seed, SiteState state) {
            assertEquals(seed, state.content());
            return note("made", identity);
        }

        @Override
        public CompletableFuture<Void> wrote(Identity identity, World after) {
            return note("wrote " + after.touched().size(), identity);
        }

        @Override
        public CompletableFuture<Void> exchanged(
                Identity identity, Instant created, SiteState before, SiteState after) {
            return note("exchanged " + after.snapshots().byName().keySet(), identity);
        }

        @Override
        public CompletableFuture<Void> removed(Identity identity) {
            return note("removed", identity);
        }

        @Override
        public void close() {}
    }

    private Optional<Sandbox> create(String name) {
        return sandboxes.create(name, new Baseline(content(), clock), Optional.empty());
    }

    private static Credential credential(Sandbox sandbox) {
        String token = sandbox.state().tokens().all().keySet().iterator().next();
        return Credential.of("Bearer " + token);
    }

    @Test
    void aStoreIsToldOfWhateverIsExchangedAndOfNothingElse() {
        Sandbox made = create("a").orElseThrow();
        made.write(world -> new Sandbox.Written<>(world.put(row("Region", 2, "name", "South")), 0));
        made.keep("s");
        made.limiter().check("10.0.0.1");
        made.state().content();
        made.reset();
        assertTrue(sandboxes.remove("a"));
        assertEquals(
                List.of("made default", "made a", "wrote 1 a", "exchanged [s] a", "exchanged [] a", "removed a"),
                store.told);
    }

    @Test
    void aSandboxIsThereAndItsTokensAreValidOnlyOnceItIsSaved() throws Exception {
        store.beSlow();
        CompletableFuture<Optional<Sandbox>> making = CompletableFuture.supplyAsync(() -> create("a"));
        CompletableFuture<Void> saved = store.slow.take();
        assertEquals(Optional.empty(), sandboxes.find("a"));
        assertEquals(List.of(sandboxes.main()), sandboxes.all());
        assertFalse(sandboxes.remove("a"), "nobody ends what is being made");
        CompletableFuture<Optional<Sandbox>> second = CompletableFuture.supplyAsync(() -> create("a"));
        assertFalse(second.isDone(), "whether the name is taken is not known yet");
        saved.complete(null);
        Sandbox made = making.get().orElseThrow();
        assertEquals(Optional.empty(), second.get(), "its name is taken");
        assertSame(made, sandboxes.find("a").orElseThrow());
        assertSame(made, sandboxes.of(credential(made)));
        assertEquals(List.of("made default", "made a"), store.told);
    }

    @Test
    void whoWaitsForANameGetsItWhenItWasNotGiven() throws Exception {
        store.beSlow();
        CompletableFuture<Optional<Sandbox>> making = CompletableFuture.supplyAsync(() -> create("a"));
        CompletableFuture<Void> saved = store.slow.take();
        CompletableFuture<Optional<Sandbox>> second = CompletableFuture.supplyAsync(() -> create("a"));
        saved.completeExceptionally(new IllegalStateException("full"));
        assertInstanceOf(
                NotSavedException.class,
                assertThrows(ExecutionException.class, making::get).getCause());
        store.slow.take().complete(null);
        assertSame(second.get().orElseThrow(), sandboxes.find("a").orElseThrow());
    }

    @Test
    void aSandboxThatCannotBeSavedIsNotThereAndItsNameIsFree() {
        store.answer = (word, identity) -> CompletableFuture.failedFuture(new IllegalStateException("full"));
        assertEquals(
                "full", assertThrows(NotSavedException.class, () -> create("a")).getMessage());
        assertEquals(Optional.empty(), sandboxes.find("a"));
        store.answer = (word, identity) -> CompletableFuture.completedFuture(null);
        assertTrue(create("a").isPresent());
    }

    @Test
    void whileTheEndOfASandboxIsSavedItIsGoneAlready() throws Exception {
        Sandbox made = create("a").orElseThrow();
        Credential credential = credential(made);
        store.beSlow();
        CompletableFuture<Boolean> ending = CompletableFuture.supplyAsync(() -> sandboxes.remove("a"));
        CompletableFuture<Void> saved = store.slow.take();
        assertEquals(Optional.empty(), sandboxes.find("a"));
        assertSame(sandboxes.main(), sandboxes.of(credential));
        saved.complete(null);
        assertTrue(ending.get());
    }

    @Test
    void anExpiredSandboxIsEndedOnceAndNotAnotherOneOfItsName() {
        Optional<Duration> life = Optional.of(Duration.ofSeconds(1));
        Sandbox first =
                sandboxes.create("a", new Baseline(content(), clock), life).orElseThrow();
        Credential credential = credential(first);
        first.clock().advance(Duration.ofSeconds(1));
        Sandbox second = create("a").orElseThrow();
        assertSame(sandboxes.main(), sandboxes.of(credential));
        assertSame(second, sandboxes.find("a").orElseThrow());
        assertEquals(List.of("made default", "made a", "removed a", "made a"), store.told);
    }

    @Test
    void aWriteThatCannotBeSavedTellsItsCallerAndIsSeenByNobody() {
        Sandbox made = create("a").orElseThrow();
        store.answer = (word, identity) -> CompletableFuture.failedFuture(new IllegalStateException("full"));
        assertThrows(
                NotSavedException.class,
                () -> made.write(world -> new Sandbox.Written<>(world.put(row("Region", 2, "name", "South")), 0)));
        assertEquals(Optional.empty(), made.state().world().get("Region", 2));
        store.answer = (word, identity) -> CompletableFuture.completedFuture(null);
        made.write(world -> new Sandbox.Written<>(world.put(row("Region", 3, "name", "North")), 0));
        assertEquals(Optional.empty(), made.state().world().get("Region", 2));
        assertTrue(made.state().world().get("Region", 3).isPresent());
    }

    @Test
    void aWriteIsSeenOnceItIsSaved() throws Exception {
        Sandbox made = create("a").orElseThrow();
        store.beSlow();
        CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(
                () -> made.write(world -> new Sandbox.Written<>(world.put(row("Region", 2, "name", "South")), 0)));
        CompletableFuture<Void> saved = store.slow.take();
        assertEquals(Optional.empty(), made.state().world().get("Region", 2));
        saved.complete(null);
        writing.get();
        assertTrue(made.state().world().get("Region", 2).isPresent());
    }

    @Test
    void aFolderThatNothingCanOpenIsASettingThatCannotBeUsed(@org.junit.jupiter.api.io.TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("file");
        java.nio.file.Files.createFile(file);
        io.alignemulator.settings.SettingException refused = assertThrows(
                io.alignemulator.settings.SettingException.class, () -> SandboxStore.open(file, Rows.CATALOGUE));
        assertEquals("Cannot keep data in " + file + ": it is a file, not a folder", refused.getMessage());
    }
}
