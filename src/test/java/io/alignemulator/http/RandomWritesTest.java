package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.TestServer;
import io.alignemulator.catalogue.Derived;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSite;
import io.alignemulator.fixtures.FixtureWriter;
import io.alignemulator.fixtures.file.FixtureSet;
import io.alignemulator.world.Integrity;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowChange;
import io.alignemulator.world.Token;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is written, what follows from other records stays true, and the world knows what was changed. */
class RandomWritesTest implements AutoCloseable {

    /** Resources that other records' arrays follow, more often than the others. */
    private static final List<String> RESOURCES = List.of(
            "Feature",
            "Feature",
            "Feature",
            "Story",
            "Story",
            "Defect",
            "Defect",
            "Epic",
            "Capability",
            "ReleaseVehicle",
            "Release",
            "Theme",
            "Task",
            "Risk",
            "Objective",
            "KeyResult",
            "Team",
            "User",
            "Program",
            "Iteration",
            "Product",
            "Goal",
            "City");

    private static final Set<Integer> ANSWERS = Set.of(201, 204, 400);

    private final JiraAlignEmulator site = TestServer.start(EmulatedSite.SETTINGS);

    /** A write in numbers; each is taken modulo what there is to choose from. */
    record Step(int resource, int kind, int record, int field, List<Integer> values) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 999);
        Arbitrary<List<Integer>> values =
                Arbitraries.integers().between(0, 8).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(any, any, any, any, values)
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void computedFieldsStayTrueAndChangesAreKnown(@ForAll("steps") List<Step> steps) {
        site.reset();
        World seed = TestServer.sandbox(site).state().world();
        assertEquals(List.of(), seed.changes());
        Client client = new Client(site.uri(), site.token("super-admin"));
        Bodies bodies = new Bodies(client);
        steps.forEach(step -> write(client, bodies, step));
        World now = TestServer.sandbox(site).state().world();
        assertReverseArrays(now);
        assertEquals(List.of(), Integrity.check(now));
        assertIdenticalWhenExported(now);
        assertChanges(seed, now);
    }

    @Override
    public void close() {
        site.close();
    }

    private static void write(Client client, Bodies bodies, Step step) {
        Resource resource = BlackBox.CATALOGUE.resource(RESOURCES.get(step.resource() % RESOURCES.size()));
        String path = "/" + resource.collection();
        // not the caller: a write of its role or its lock acts on the next call
        String others = resource.name().equals("User") ? "&$filter=id%20ne%201" : "";
        List<Integer> ids = client.get(path + "?$select=id" + others).ids();
        String item = path + "/" + ids.get(step.record() % ids.size());
        List<Field> links = links(resource);
        Field link = links.get(step.field() % links.size());
        Answer answer =
                switch (step.kind() % 4) {
                    case 0 ->
                        client.post(
                                path,
                                bodies.minimal(resource)
                                        .set(link.name(), json(value(link, step)))
                                        .toString());
                    case 1 ->
                        client.put(
                                item,
                                bodies.minimal(resource)
                                        .set(link.name(), json(value(link, step)))
                                        .toString());
                    default ->
                        client.patch(
                                item,
                                "[{\"op\":\"add\",\"path\":\"/" + link.name() + "\",\"value\":" + value(link, step)
                                        + "}]");
                };
        assertTrue(ANSWERS.contains(answer.status()), () -> step + ": " + answer);
    }

    /** Fields that name other records, and the state, on which sums hang. */
    private static List<Field> links(Resource resource) {
        assertTrue(resource.verbs().contains(Verb.UPDATE));
        List<Field> links = new ArrayList<>();
        for (Field field : resource.fields()) {
            boolean link = field.reference().isPresent()
                    || Set.of("state", "effortPoints").contains(field.name());
            if (link && field.write() == Field.Write.ALWAYS) {
                links.add(field);
            }
        }
        return links.isEmpty() ? List.of(Bodies.text(resource)) : links;
    }

    private static String value(Field field, Step step) {
        int first = step.values().get(0);
        if (field.isArray()) {
            return step.values().toString();
        }
        if (first == 0) {
            return "null";
        }
        return field.type().kind() == Kind.INTEGER ? Integer.toString(first) : "\"" + first + "\"";
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The world, its sequences and its export come back from its export. */
    private static void assertIdenticalWhenExported(World world) {
        Map<String, Token> tokens = Map.of(
                "user:1|super-admin",
                Token.of(1),
                "ATATT3",
                new Token(1, Optional.of(new Token.Grant(Token.Scope.READ, Optional.of(Instant.EPOCH)))));
        byte[] document = FixtureWriter.document(world, tokens);
        FixtureSite read = FixtureReader.read(
                FixtureSet.of(JsonMapper.shared().readTree(document)), BlackBox.CATALOGUE, Instant.EPOCH);
        assertEquals(List.of(), read.world().asChangeOf(world.asSeed()).changes());
        assertEquals(world.lastIds(), read.world().lastIds());
        assertArrayEquals(document, FixtureWriter.document(read.world(), read.tokens()));
    }

    private static void assertReverseArrays(World world) {
        for (Resource resource : BlackBox.CATALOGUE.resources()) {
            for (Field field : resource.fields()) {
                if (field.derived().orElse(null) instanceof Derived.Reverse reverse) {
                    rows(world, resource)
                            .forEach(parent -> assertEquals(
                                    children(world, reverse, parent.id()),
                                    parent.get(field),
                                    parent + " " + field.name()));
                } else if (field.derived().orElse(null) instanceof Derived.Count count) {
                    rows(world, resource)
                            .forEach(parent -> assertEquals(
                                    (long) ((List<?>) Objects.requireNonNull(parent.get(count.array()))).size(),
                                    parent.get(field),
                                    parent + " " + field.name()));
                }
            }
        }
    }

    private static List<Long> children(World world, Derived.Reverse reverse, long parent) {
        return rows(world, world.catalogue().resource(reverse.resource())).stream()
                .filter(child -> {
                    Object named = child.get(reverse.field());
                    return Long.valueOf(parent).equals(named)
                            || (named instanceof List<?> list && list.contains(parent));
                })
                .map(Row::id)
                .toList();
    }

    private static void assertChanges(World seed, World now) {
        TreeMap<String, RowChange> known = new TreeMap<>();
        now.changes().forEach(change -> known.put(change.resource().name() + "/" + change.id(), change));
        Set<String> differing = new TreeSet<>();
        for (Resource resource : BlackBox.CATALOGUE.resources()) {
            Set<Long> ids = new TreeSet<>();
            rows(seed, resource).forEach(row -> ids.add(row.id()));
            rows(now, resource).forEach(row -> ids.add(row.id()));
            for (long id : ids) {
                Optional<Row> before = seed.get(resource.name(), id);
                Optional<Row> after = now.get(resource.name(), id);
                if (!before.equals(after)) {
                    differing.add(resource.name() + "/" + id);
                    RowChange change =
                            Objects.requireNonNull(known.get(resource.name() + "/" + id), resource.name() + "/" + id);
                    assertEquals(before, change.before());
                    assertEquals(after, change.after());
                    assertEquals(differingFields(resource, before, after), names(change));
                }
            }
        }
        assertEquals(differing, known.keySet());
    }

    private static Set<String> differingFields(Resource resource, Optional<Row> before, Optional<Row> after) {
        return resource.fields().stream()
                .filter(field -> !before.map(row -> Optional.ofNullable(row.get(field)))
                        .equals(after.map(row -> Optional.ofNullable(row.get(field)))))
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(RowChange change) {
        return change.fields().stream().map(Field::name).collect(Collectors.toSet());
    }

    private static List<Row> rows(World world, Resource resource) {
        return resource.recordsOf().equals(resource.name())
                ? StreamSupport.stream(world.table(resource).rows().spliterator(), false)
                        .toList()
                : List.of();
    }
}
