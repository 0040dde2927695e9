package io.alignemulator.save;

import static io.alignemulator.world.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.Credential;
import io.alignemulator.access.Tokens;
import io.alignemulator.rules.Rule;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SandboxStore;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sandboxes in a folder against a model of them: whatever is made, forked, written, kept, reset, deleted, expired and restarted in whatever order, each holds what it should and a
 * sandbox that is over has no tokens. {@code -Dcommands=2000} for more.
 */
@Rule("EMUL-21")
class SandboxCommandsTest {

    enum Word {
        CREATE,
        FORK,
        WRITE,
        SNAPSHOT,
        RESTORE,
        RESET,
        DELETE,
        EXPIRE,
        RESTART
    }

    record Command(Word word, String name, String other) {}

    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    /** What a sandbox should hold: the names of its regions. */
    private static final class Model {
        private final Set<String> seed;
        private Set<String> now;
        private final Map<String, Set<String>> snapshots = new TreeMap<>();
        private String token = "";

        Model(Set<String> seed) {
            this.seed = Set.copyOf(seed);
            this.now = new TreeSet<>(seed);
        }
    }

    private final Map<String, Model> models = new TreeMap<>();
    private final Set<String> deadTokens = new HashSet<>();
    private final Map<String, Integer> written = new HashMap<>();
    private Path folder = Path.of("");
    private SandboxStore store = null;
    private Sandboxes sandboxes = null;

    @Test
    void sandboxesHoldWhatTheModelHoldsWhateverIsDoneToThem() throws IOException {
        int rounds = Integer.getInteger("commands", 60);
        for (int seed = 1; seed <= rounds; seed++) {
            List<Command> commands = commands(new Random(seed));
            try {
                holds(commands);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + commands, e);
            }
        }
    }

    private static List<Command> commands(Random random) {
        List<String> names = List.of("default", "a", "b", "c");
        return Stream.generate(() -> new Command(
                        Word.values()[random.nextInt(Word.values().length)],
                        names.get(random.nextInt(names.size())),
                        names.get(random.nextInt(names.size()))))
                .limit(5 + random.nextInt(30))
                .toList();
    }

    private void holds(List<Command> commands) throws IOException {
        folder = Files.createTempDirectory("lives");
        models.clear();
        deadTokens.clear();
        written.clear();
        open();
        try {
            models.put("default", new Model(Set.of("North")));
            for (Command command : commands) {
                run(command);
            }
            restart();
            compare();
        } finally {
            store.close();
            delete(folder);
        }
    }

    private void open() {
        store = SandboxStore.open(folder.resolve("data"), Rows.CATALOGUE);
        Clock clock = Clock.frozenAt(START);
        sandboxes = Sandboxes.kept(
                store,
                Settings.DEFAULTS,
                clock,
                () -> new Baseline(
                        new SiteContent(
                                Rows.seed(row("Region", 1, "name", "North")),
                                Tokens.of(Map.of("user:1|t", 1L)),
                                Settings.DEFAULTS),
                        clock));
    }

    private void restart() {
        store.close();
        open();
    }

    private void run(Command command) {
        Optional<Sandbox> sandbox = sandboxes.find(command.name());
        Optional<Model> model = Optional.ofNullable(models.get(command.name()));
        assertEquals(model.isPresent(), sandbox.isPresent(), command::toString);
        switch (command.word()) {
            case CREATE -> create(command.name(), sandboxes.main().seed(), models.get("default").seed);
            case FORK ->
                sandboxes
                        .find(command.other())
                        .ifPresent(from ->
                                create(command.name(), from.state().content(), models.get(command.other()).now));
            case DELETE -> {
                assertEquals(
                        model.isPresent() && !command.name().equals(Sandboxes.DEFAULT),
                        sandboxes.remove(command.name()));
                over(command.name());
            }
            case EXPIRE ->
                sandbox.filter(each -> each.identity().timeToLive().isPresent()).ifPresent(each -> {
                    each.clock().advance(Duration.ofHours(1));
                    over(command.name());
                });
            case RESTART -> restart();
            default -> sandbox.ifPresent(each -> change(command, each, model.orElseThrow()));
        }
        compare();
    }

    private void over(String name) {
        if (!name.equals(Sandboxes.DEFAULT) && models.containsKey(name)) {
            deadTokens.add(models.remove(name).token);
        }
    }

    private void create(String name, SiteContent from, Set<String> holds) {
        Optional<Duration> life = name.equals("b") ? Optional.of(Duration.ofMinutes(10)) : Optional.empty();
        Optional<Sandbox> made = sandboxes.create(name, new Baseline(from, Clock.frozenAt(START)), life);
        assertEquals(!models.containsKey(name), made.isPresent());
        made.ifPresent(sandbox -> {
            Model model = new Model(holds);
            model.token = sandbox.state().tokens().all().keySet().iterator().next();
            models.put(name, model);
        });
    }

    private void change(Command command, Sandbox sandbox, Model model) {
        switch (command.word()) {
            case WRITE -> {
                String region = "R" + written.merge(command.name(), 1, Integer::sum);
                sandbox.write(world -> new Sandbox.Written<>(
                        world.put(row(
                                "Region",
                                world.table(Rows.CATALOGUE.resource("Region")).size() + 1L,
                                "name",
                                region)),
                        0));
                model.now.add(region);
            }
            case SNAPSHOT -> {
                sandbox.keep(command.other());
                model.snapshots.put(command.other(), new TreeSet<>(model.now));
            }
            case RESTORE -> {
                Set<String> kept = model.snapshots.get(command.other());
                if (kept != null) {
                    sandbox.restore(sandbox.snapshots()
                            .get(command.other())
                            .orElseThrow()
                            .content());
                    model.now = new TreeSet<>(kept);
                }
            }
            default -> {
                sandbox.reset();
                model.now = new TreeSet<>(model.seed);
                model.snapshots.clear();
            }
        }
    }

    private void compare() {
        assertEquals(
                models.keySet(),
                new TreeSet<>(sandboxes.all().stream().map(Sandbox::name).toList()));
        for (Sandbox sandbox : sandboxes.all()) {
            Model model = models.get(sandbox.name());
            assertEquals(model.now, regions(sandbox.state().content()), sandbox.name());
            assertTrue(sandbox.state().tokens().find("user:1|t").isPresent(), "the token of the set");
            assertEquals(
                    sandbox.name().equals(Sandboxes.DEFAULT),
                    sandbox.state().tokens().all().containsKey("user:1|t"));
            model.snapshots.forEach((name, kept) -> assertEquals(
                    kept, regions(sandbox.snapshots().get(name).orElseThrow().content())));
            assertEquals(model.snapshots.keySet(), sandbox.snapshots().byName().keySet());
            if (!model.token.isEmpty()) {
                assertSame(sandbox, sandboxes.of(Credential.of("Bearer " + model.token)));
            }
        }
        deadTokens.forEach(token -> assertSame(sandboxes.main(), sandboxes.of(Credential.of("Bearer " + token))));
    }

    private static Set<String> regions(SiteContent content) {
        Set<String> names = new TreeSet<>();
        for (Row row : content.world().table(Rows.CATALOGUE.resource("Region")).rows()) {
            names.add(String.valueOf(row.get(row.resource().field("name"))));
        }
        return names;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
