package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.access.matrix.Expected;
import io.alignemulator.access.matrix.FixtureWorld;
import io.alignemulator.access.matrix.Predictions;
import io.alignemulator.access.matrix.RandomSite;
import io.alignemulator.access.matrix.Rules;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;

/** In sites made at random, nothing is shown anywhere that is refused by id, and nothing is hidden that is given by id. A failure names the seed of its site. */
class AccessPropertiesTest {

    private static final Rules RULES = Rules.load();

    @Property(tries = 16, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noAnswerHoldsWhatIsDeniedById(@ForAll long seed) {
        in(seed, (world, site) -> world.personas().forEach(user -> {
            AccessWatch watch = watch(world, site, user);
            AccessQueries queries = new AccessQueries(new Random(seed + user), world);
            watch.whoAmI();
            served().forEach(resource -> world.records(resource).forEach(row -> {
                Answer expanded = watch.read(resource, watch.item(resource, row) + "?expand=true");
                assertEquals(watch.status(resource, row), expanded.status());
                below(watch, site, user, resource, row);
            }));
            served().forEach(resource -> collections(watch, world, resource).forEach(collection -> {
                int plain = watch.read(resource, collection).status();
                queries.of(resource)
                        .forEach(query -> assertEquals(
                                plain, watch.read(resource, collection + query).status(), collection + query));
            }));
        }));
    }

    /** What hangs below a record is open exactly when the record is. */
    private static void below(AccessWatch watch, SiteUnderTest site, long user, Resource resource, JsonNode row) {
        Client caller = caller(site, user);
        for (String name : resource.subResources()) {
            String path = watch.item(resource, row) + "/" + name;
            assertEquals(watch.status(resource, row), caller.get(path).status(), path);
        }
    }

    @Property(tries = 16, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whatIsGivenByIdIsInTheList(@ForAll long seed) {
        in(seed, (world, site) -> world.personas().forEach(user -> {
            AccessWatch watch = watch(world, site, user);
            for (Resource resource : served()) {
                Map<String, Set<Integer>> given = new LinkedHashMap<>();
                Map<String, Set<Integer>> statuses = new LinkedHashMap<>();
                world.records(resource).forEach(row -> {
                    String collection = watch.collection(resource, row);
                    int status = watch.status(resource, row);
                    statuses.computeIfAbsent(collection, c -> new TreeSet<>()).add(status);
                    Set<Integer> ids = given.computeIfAbsent(collection, c -> new TreeSet<>());
                    if (status == 200) {
                        ids.add(row.path("id").asInt());
                    }
                });
                given.forEach((collection, ids) -> {
                    Optional<List<Integer>> list = watch.list(resource, collection);
                    list.ifPresent(found -> assertEquals(List.copyOf(ids), found, collection));
                    assertTrue(
                            list.isPresent() || !statuses.get(collection).contains(200),
                            () -> collection + " is closed, its records are not: " + statuses);
                });
            }
        }));
    }

    @Property(tries = 16, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void readingFollowsTheRules(@ForAll long seed) {
        in(
                seed,
                (world, site) -> each(world, site, (predictions, caller) -> {
                    for (String resource : RULES.resources()) {
                        String collection = "/" + RULES.any(resource).collection();
                        assertMet(predictions.list(resource), caller.get(collection), collection);
                        for (JsonNode row : predictions.persona().world().records(resource)) {
                            long id = row.path("id").asLong();
                            String item = collection + "/" + id;
                            assertMet(predictions.get(resource, id), caller.get(item), item);
                        }
                    }
                }));
    }

    /** Only what Super Admin may write is tried, so that nothing but the caller can be the reason of a refusal; texts decide nothing. */
    @Property(tries = 16, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void writingFollowsTheRules(@ForAll long seed) {
        in(
                seed,
                (world, site) -> each(world, site, (predictions, caller) -> {
                    for (String resource : RULES.resources()) {
                        AccessBodies bodies = new AccessBodies(RULES, resource);
                        for (JsonNode row : predictions.persona().world().records(resource)) {
                            long id = row.path("id").asLong();
                            String item = "/" + RULES.any(resource).collection() + "/" + id;
                            Expected expected = predictions.update(resource, id, row);
                            boolean sound = expected.status() != 204 && expected.status() != 400
                                    || admin(site)
                                                    .patch(item, bodies.renaming())
                                                    .status()
                                            == 204;
                            if (sound) {
                                assertMet(expected, caller.patch(item, bodies.renaming("By a persona")), item);
                            }
                        }
                    }
                }));
    }

    @Example
    void theSitesHoldWhatIsLookedFor() {
        in(42, (world, site) -> {
            AccessWatch admin = watch(world, site, 1);
            List<AccessWatch> personas = world.personas().stream()
                    .map(user -> watch(world, site, user))
                    .toList();
            Set<Integer> statuses = new TreeSet<>();
            served().forEach(resource -> collections(admin, world, resource).forEach(collection -> {
                admin.read(resource, collection + "?expand=true");
                personas.forEach(watch -> statuses.add(
                        watch.read(resource, collection + "?expand=true").status()));
            }));
            assertTrue(statuses.containsAll(Set.of(200, 403)), statuses::toString);
            personas.forEach(watch -> assertTrue(watch.nested() < admin.nested(), "nothing is hidden"));
            assertFalse(personas.stream().allMatch(watch -> watch.nested() < admin.nested() / 10), "all is hidden");
        });
    }

    private static void each(RandomSite world, SiteUnderTest site, BiConsumer<Predictions, Client> test) {
        FixtureWorld fixtures = FixtureWorld.of(world);
        Stream.concat(Stream.of(1L), world.personas().stream())
                .forEach(user -> test.accept(new Predictions(RULES, fixtures, user), caller(site, user)));
    }

    private static void assertMet(Expected expected, Answer answer, String call) {
        assertTrue(
                expected.isMetBy(answer.status(), answer.body()),
                () -> call + ": wanted " + expected + " but was " + answer.status() + " " + answer.body());
    }

    private static Client admin(SiteUnderTest site) {
        return new Client(site.uri(), RandomSite.token(1));
    }

    private static Client caller(SiteUnderTest site, long user) {
        return admin(site).as(RandomSite.token(user));
    }

    private static SiteUnderTest start(Path folder) {
        return EmulatedSite.with(Settings.FIXTURES, folder.toString());
    }

    private static AccessWatch watch(RandomSite world, SiteUnderTest site, long user) {
        return new AccessWatch(world, caller(site, user));
    }

    /** Every resource that clients reach. */
    private static List<Resource> served() {
        return BlackBox.CATALOGUE.resources().stream()
                .filter(Resource::isServed)
                .toList();
    }

    private static Set<String> collections(AccessWatch watch, RandomSite world, Resource resource) {
        Set<String> collections = new TreeSet<>();
        world.records(resource).forEach(row -> collections.add(watch.collection(resource, row)));
        return collections;
    }

    private static void in(long seed, BiConsumer<RandomSite, SiteUnderTest> test) {
        RandomSite world = new RandomSite(seed);
        try {
            Path folder = Files.createTempDirectory("random-site");
            try {
                world.write(folder);
                try (SiteUnderTest site = start(folder)) {
                    test.accept(world, site);
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
