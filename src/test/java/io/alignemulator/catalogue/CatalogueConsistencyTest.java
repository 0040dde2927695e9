package io.alignemulator.catalogue;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What one file of the catalogue says about another is true. */
class CatalogueConsistencyTest {

    private static final Path OPENAPI = Path.of("openapi");
    private static final Set<String> CREATE_ONLY = Set.of("Portfolio", "ValueStream", "Customer", "Idea");

    /** Keys of a plain GET, counted by hand from the field reference. */
    private static final Map<String, Integer> FIELDS = Map.ofEntries(
            entry("Theme", 28),
            entry("Epic", 85),
            entry("Capability", 53),
            entry("Feature", 107),
            entry("Story", 42),
            entry("Task", 25),
            entry("Defect", 60),
            entry("Risk", 36),
            entry("Goal", 19),
            entry("Objective", 44),
            entry("KeyResult", 17),
            entry("Portfolio", 14),
            entry("Program", 13),
            entry("Team", 24),
            entry("User", 44),
            entry("Release", 31),
            entry("ReleaseVehicle", 36),
            entry("Iteration", 25),
            entry("Product", 11),
            entry("Snapshot", 18),
            entry("ValueStream", 16),
            entry("Customer", 4),
            entry("Region", 6),
            entry("City", 7),
            entry("Idea", 16));

    private static ObjectNode sources;
    private static Catalogue catalogue;

    @BeforeAll
    static void read() throws IOException {
        sources = CatalogueCompiler.readSources(OPENAPI);
        catalogue = CatalogueReader.read(sources);
    }

    static Stream<String> resources() throws IOException {
        return CatalogueCompiler.readSources(OPENAPI).path("resources").propertyNames().stream();
    }

    @Test
    void whatIsPackedIsWhatTheSourcesSay() throws ReflectiveOperationException {
        Catalogue packed = Catalogue.load();
        assertEquals(catalogue.resources().toString(), packed.resources().toString());
        assertEquals(catalogue.actions(), packed.actions());
        for (Resource resource : catalogue.resources()) {
            for (RecordComponent component : Resource.class.getRecordComponents()) {
                assertEquals(
                        component.getAccessor().invoke(resource).toString(),
                        component
                                .getAccessor()
                                .invoke(packed.resource(resource.name()))
                                .toString(),
                        resource + "." + component.getName());
            }
        }
    }

    @Test
    void the25OfficialObjectsAreThoseOfTheVendorsTable() {
        Set<String> seed = catalogue.resources().stream()
                .filter(Resource::seed)
                .map(Resource::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(FIELDS.keySet()), seed);
        assertEquals(25, seed.size());
    }

    @Test
    void officialObjectsPrintAllTheirFields() {
        for (Map.Entry<String, Integer> expected : FIELDS.entrySet()) {
            long printed = catalogue.resource(expected.getKey()).fields().stream()
                    .filter(Field::isPrinted)
                    .count();
            assertEquals(expected.getValue(), (int) printed, expected.getKey());
        }
    }

    @Test
    void passwordsAndTheProjectsOfMappingsAreWriteOnly() {
        List<String> writeOnly = catalogue.resources().stream()
                .flatMap(r -> r.fields().stream()
                        .filter(f -> f.is(Field.Trait.WRITE_ONLY))
                        .map(f -> r.name() + "." + f.name()))
                .toList();
        assertEquals(
                List.of("ConnectorProcessStepMapping.projectKey", "ConnectorStateMapping.projectKey", "User.password"),
                writeOnly);
    }

    @Test
    void officialObjectsOfferTheVerbsOfTheSeedMatrix() {
        for (String name : FIELDS.keySet()) {
            Set<Verb> verbs = catalogue.resource(name).verbs();
            Set<Verb> expected = CREATE_ONLY.contains(name)
                    ? Set.of(Verb.READ, Verb.CREATE)
                    : Set.of(Verb.READ, Verb.CREATE, Verb.UPDATE);
            assertEquals(expected, verbs, name);
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyReferenceNamesAFieldThatExists(String name) {
        for (Field field : catalogue.resource(name).fields()) {
            field.reference().ifPresent(reference -> {
                String at = name + "." + field.name();
                reference.targets().forEach(t -> assertPath(at, t.resource(), t.path()));
                reference.chosenBy().ifPresent(choice -> {
                    assertTrue(catalogue.resource(name).has(choice.field()), at);
                    choice.resources()
                            .values()
                            .forEach(r -> assertTrue(catalogue.find(r).isPresent(), at));
                });
            });
        }
    }

    @Test
    void everyReferenceOfANestedModelNamesAFieldThatExists() {
        for (String model : sources.path("models").propertyNames()) {
            for (Field field : CatalogueReader.model(sources, model).fields()) {
                field.reference().stream()
                        .flatMap(reference -> reference.targets().stream())
                        .forEach(t -> assertPath(model + "." + field.name(), t.resource(), t.path()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyDerivationNamesFieldsThatExist(String name) {
        Resource resource = catalogue.resource(name);
        for (Field field : resource.fields()) {
            field.derived().ifPresent(derived -> assertDerived(resource, field, derived));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyExpansionStartsAtAFieldAndLeadsSomewhere(String name) {
        Resource resource = catalogue.resource(name);
        for (Expansion expansion : resource.expansions()) {
            String at = name + "." + expansion.key();
            assertTrue(
                    resource.has(expansion.from())
                            || expansion.from().equals("(unknown)")
                            || expansion
                                    .reverse()
                                    .filter(r ->
                                            catalogue.resource(r.resource()).has(r.field()))
                                    .isPresent(),
                    at);
            expansion.resources().forEach(r -> assertTrue(catalogue.find(r).isPresent(), at + " -> " + r));
            assertTrue(isModel(expansion.model()), at + " as " + expansion.model());
            String written = sources.at(
                            "/resources/" + resource.recordsOf() + "/x-expand/" + expansion.key() + "/resource")
                    .asString();
            assertTrue(!expansion.resources().isEmpty() || written.equals("(nested)"), at);
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void expandedOrderHoldsEveryKeyThatAnExpandedRecordPrints(String name) {
        Resource resource = catalogue.resource(name);
        if (!resource.expandedOrder().isEmpty()) {
            Set<String> keys = new TreeSet<>();
            resource.fields().stream().filter(Field::isPrinted).forEach(f -> keys.add(f.name()));
            resource.expansions().forEach(e -> keys.add(e.key()));
            resource.expansions().stream().filter(Expansion::replaces).forEach(e -> keys.remove(e.from()));
            assertEquals(keys, new TreeSet<>(resource.expandedOrder()));
            assertEquals(keys.size(), resource.expandedOrder().size());
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyStampNamesFieldsThatExist(String name) {
        Resource resource = catalogue.resource(name);
        for (Stamp stamp : resource.stamps()) {
            Stream.of(Stream.of(stamp.field()), stamp.by().stream(), stamp.date().stream(), stamp.left().stream())
                    .flatMap(each -> each)
                    .forEach(field -> assertTrue(resource.has(field), name + "." + field));
            assertTrue(stamp.by().isPresent() || stamp.date().isPresent(), name);
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void scopeAndRoutesNameFieldsThatExist(String name) {
        Resource resource = catalogue.resource(name);
        Scope scope = resource.scope();
        Stream.concat(scope.everyField().stream(), scope.parents().stream())
                .forEach(field -> assertTrue(resource.has(field.split("\\.", 2)[0]), name + " scope " + field));
        for (Route route : resource.routes()) {
            route.segments().stream()
                    .flatMap(segment -> Route.variable(segment).stream())
                    .forEach(field -> assertTrue(resource.has(field), route.path()));
            route.parent().ifPresent(parent -> assertTrue(catalogue.find(parent).isPresent(), route.path()));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void noChainOfScopesComesBackToWhereItBegan(String name) {
        Set<String> above = new TreeSet<>();
        Set<String> next = parents(name);
        while (above.addAll(next)) {
            next = above.stream().flatMap(each -> parents(each).stream()).collect(Collectors.toSet());
        }
        assertFalse(above.contains(name), name + " below " + above);
    }

    /** The resources whose records may say where one of this resource lies. */
    private static Set<String> parents(String name) {
        return catalogue.resource(name).scope().parents().stream()
                .flatMap(field -> catalogue.resource(name).field(field).reference().orElseThrow().targets().stream())
                .map(Reference.Target::resource)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyConditionNamesAFieldThatExists(String name) {
        Resource resource = catalogue.resource(name);
        for (Field field : resource.fields()) {
            field.requiredWhen().ifPresent(c -> assertTrue(resource.has(c.field()), name + "." + field.name()));
        }
        sources.at("/resources/" + name + "/required")
                .forEach(r -> assertTrue(resource.has(r.asString()), name + " requires " + r));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyFieldSaysHowItIsKnown(String name) throws IOException {
        JsonNode known =
                new YAMLMapper().readTree(OPENAPI.resolve("sources.yaml").toFile());
        sources.at("/resources/" + name + "/properties").forEachEntry((field, node) -> {
            String at = name + "." + field;
            assertFalse(EvidenceGrade.of(node.path("x-evidence").asString()) == EvidenceGrade.SEED, at);
            String source = node.path("x-source").asString("");
            String key = source.replaceAll("^JIRAALIGN-\\d+$", "JIRAALIGN-n");
            assertTrue(key.isEmpty() || known.has(key), at + " cites " + source);
        });
    }

    @Test
    void coverageTotalsAddUpToTheFieldsOfTheOfficialObjects() throws IOException {
        String report = CoverageReport.text(OPENAPI);
        String line = report.lines()
                .filter(l -> l.contains(" fields of 25 official objects"))
                .findFirst()
                .orElseThrow();
        List<Integer> numbers = Stream.of(line.replaceAll("\\D+", " ").trim().split(" "))
                .map(Integer::valueOf)
                .toList();
        int all = FIELDS.values().stream().mapToInt(Integer::intValue).sum();
        assertEquals(all, numbers.get(0));
        assertEquals(all, numbers.get(2) + numbers.get(3) + numbers.get(4) + numbers.get(5));
    }

    private static void assertDerived(Resource resource, Field field, Derived derived) {
        String at = resource.name() + "." + field.name();
        if (derived instanceof Derived.Reverse reverse) {
            assertTrue(catalogue.resource(reverse.resource()).has(reverse.field()), at);
        } else if (derived instanceof Derived.Count count) {
            assertTrue(resource.field(count.array()).isArray(), at);
        } else if (derived instanceof Derived.Echo echo) {
            Reference reference = resource.field(echo.reference()).reference().orElseThrow();
            reference.targets().forEach(t -> assertPath(at, t.resource(), echo.target()));
        } else if (derived instanceof Derived.Mirror mirror) {
            assertTrue(resource.has(mirror.flag()), at);
            assertEquals(Kind.BOOLEAN, field.type().kind(), at);
        } else if (derived instanceof Derived.When when) {
            assertTrue(resource.has(when.field()), at);
        } else if (derived instanceof Derived.Computed named) {
            named.over().ifPresent(path -> assertPath(at, named.source(), path));
            named.follows().ifPresent(path -> assertPath(at, resource.name(), path));
        }
    }

    private static void assertPath(String at, String resource, String path) {
        String[] steps = path.split("\\.", 2);
        assertTrue(catalogue.find(resource).isPresent(), at + " -> " + resource);
        assertTrue(catalogue.resource(resource).has(steps[0]), at + " -> " + resource + "." + path);
        if (steps.length > 1) {
            Model model =
                    catalogue.resource(resource).field(steps[0]).type().model().orElseThrow();
            assertTrue(model.field(steps[1]).isPresent(), at + " -> " + resource + "." + path);
        }
    }

    private static boolean isModel(String name) {
        return name.equals("object")
                || sources.path("models").has(name)
                || catalogue.resources().stream().anyMatch(r -> r.model().equals(name));
    }
}
