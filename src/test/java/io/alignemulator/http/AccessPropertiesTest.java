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
import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;

/** In sites made at random, nothing is shown anywhere that is refused by id, and nothing is hidden that is given by id. A failure names the seed of its site. */
@Rule({"ACCS-01", "ACCS-03", "ACCS-07"})
class AccessPropertiesTest {

    private static final Rules RULES = Rules.load();

    /** Resources that clients reach. */
    private static final List<Resource> SERVED =
            BlackBox.CATALOGUE.resources().stream().filter(Resource::isServed).toList();

    @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noAnswerHoldsWhatIsDeniedById(@ForAll long seed) {
        AccessSite.in(
                seed,
                site -> site.eachPersona(user -> {
                    AccessWatch watch = site.watch(user);
                    AccessQueries queries = new AccessQueries(new Random(seed + user), site.world());
                    watch.whoAmI();
                    SERVED.forEach(resource -> site.world()
                            .records(resource)
                            .forEach(row -> readOne(watch, site.client(user), resource, row)));
                    SERVED.forEach(resource -> collections(watch, site.world(), resource)
                            .forEach(collection -> readMany(watch, resource, collection, queries.of(resource))));
                }));
    }

    /** The record with all that it names; what hangs below a record is open exactly when the record is. */
    private static void readOne(AccessWatch watch, Client caller, Resource resource, JsonNode row) {
        String item = watch.item(resource, row);
        int status = watch.status(resource, row);
        assertEquals(status, watch.read(resource, item + "?expand=true").status(), item);
        for (String below : resource.subResources()) {
            assertEquals(status, caller.get(item + "/" + below).status(), item + "/" + below);
        }
    }

    private static void readMany(AccessWatch watch, Resource resource, String collection, List<String> queries) {
        int status = watch.read(resource, collection).status();
        for (String query : queries) {
            assertEquals(status, watch.read(resource, collection + query).status(), collection + query);
        }
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whatIsGivenByIdIsInTheList(@ForAll long seed) {
        AccessSite.in(
                seed,
                site -> site.eachPersona(user -> {
                    AccessWatch watch = site.watch(user);
                    for (Resource resource : SERVED) {
                        Map<String, List<JsonNode>> collections = new LinkedHashMap<>();
                        site.world().records(resource).forEach(row -> collections
                                .computeIfAbsent(watch.collection(resource, row), c -> new ArrayList<>())
                                .add(row));
                        collections.forEach((collection, rows) -> assertListed(watch, resource, collection, rows));
                    }
                }));
    }

    private static void assertListed(AccessWatch watch, Resource resource, String collection, List<JsonNode> rows) {
        List<Integer> given = rows.stream()
                .filter(row -> watch.status(resource, row) == 200)
                .map(row -> row.path("id").asInt())
                .sorted()
                .toList();
        Optional<List<Integer>> list = watch.list(resource, collection);
        assertEquals(given, list.orElse(List.of()), collection);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void readingFollowsTheRules(@ForAll long seed) {
        AccessSite.in(
                seed,
                site -> site.eachUser(user -> {
                    Predictions predictions = predictions(site, user);
                    Client caller = site.client(user);
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

    @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void writingFollowsTheRules(@ForAll long seed) {
        AccessSite.in(
                seed,
                site -> site.eachUser(user -> {
                    Predictions predictions = predictions(site, user);
                    for (String resource : RULES.resources()) {
                        predictions
                                .persona()
                                .world()
                                .records(resource)
                                .forEach(row -> rename(site, user, predictions, resource, row));
                    }
                }));
    }

    /** Only what Super Admin may write is tried, so that nothing but the caller can be the reason of a refusal; texts decide nothing. */
    private static void rename(AccessSite site, long user, Predictions predictions, String resource, JsonNode row) {
        AccessBodies bodies = new AccessBodies(RULES, resource);
        long id = row.path("id").asLong();
        String item = "/" + RULES.any(resource).collection() + "/" + id;
        Expected expected = predictions.update(resource, id, row);
        boolean byValues = expected.status() == 204 || expected.status() == 400;
        if (!byValues || site.admin().patch(item, bodies.renaming()).status() == 204) {
            Answer answer = site.client(user).patch(item, bodies.renaming("By a persona"));
            assertMet(expected, answer, "PATCH " + item);
        }
    }

    @Example
    void theSitesHoldWhatIsLookedFor() {
        AccessSite.in(42, site -> {
            AccessWatch admin = site.watch(1);
            List<AccessWatch> personas =
                    site.world().personas().stream().map(site::watch).toList();
            Set<Integer> statuses = new TreeSet<>();
            SERVED.forEach(
                    resource -> collections(admin, site.world(), resource).forEach(collection -> {
                        admin.read(resource, collection + "?expand=true");
                        personas.forEach(watch -> statuses.add(watch.read(resource, collection + "?expand=true")
                                .status()));
                    }));
            assertTrue(statuses.containsAll(Set.of(200, 403)), statuses::toString);
            personas.forEach(watch -> assertTrue(watch.nested() < admin.nested(), "nothing is hidden"));
            assertFalse(personas.stream().allMatch(watch -> watch.nested() < admin.nested() / 10), "all is hidden");
        });
    }

    private static Predictions predictions(AccessSite site, long user) {
        return new Predictions(RULES, FixtureWorld.of(site.world()), user);
    }

    private static void assertMet(Expected expected, Answer answer, String call) {
        assertTrue(
                expected.isMetBy(answer.status(), answer.body()),
                () -> call + ": wanted " + expected + " but was " + answer.status() + " " + answer.body());
    }

    private static Set<String> collections(AccessWatch watch, RandomSite world, Resource resource) {
        Set<String> collections = new TreeSet<>();
        world.records(resource).forEach(row -> collections.add(watch.collection(resource, row)));
        return collections;
    }
}
