package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.alignemulator.access.matrix.FixtureWorld;
import io.alignemulator.access.matrix.Predictions;
import io.alignemulator.access.matrix.Rules;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Who may do what with the 25 resources: 6 personas x 25 x 5 verbs, each tried, against a table that does not follow from the server's. */
@Tag("in-process")
class AccessMatrixTest extends BlackBox {

    private static final Path SITE = Path.of("fixtures/demo");
    private static final List<String> VERBS = List.of("list", "get", "create", "replace", "patch");

    private final Rules rules = Rules.load();
    private final FixtureWorld world = FixtureWorld.read(SITE);

    /** What was found: by persona, resource and verb. */
    private final Map<String, Map<String, Map<String, String>>> found = new LinkedHashMap<>();

    @Override
    SiteUnderTest start() {
        return EmulatedSite.with(ServerSettings.FIXTURES, "demo");
    }

    @TestFactory
    @Rule({"ACCS-01", "ACCS-07", "ACCS-08", "ACCS-10"})
    Stream<DynamicTest> everyCellOfTheMatrix() {
        List<DynamicTest> cells = new ArrayList<>();
        world.tokens().forEach((token, user) -> {
            Predictions predictions = new Predictions(rules, world, user);
            for (String resource : rules.resources()) {
                for (String verb : VERBS) {
                    cells.add(dynamicTest(
                            name(token) + ": " + verb + " of "
                                    + rules.any(resource).collection(),
                            () -> {
                                AccessCell cell = new AccessCell(site(), token, rules, predictions, resource);
                                tried(name(token), resource, verb, cell);
                            }));
                }
            }
        });
        assertEquals(750, cells.size());
        cells.add(dynamicTest("the table of what was found is whole and holds every outcome", this::assertTable));
        return cells.stream();
    }

    private void tried(String persona, String resource, String verb, AccessCell cell) {
        String outcome =
                switch (verb) {
                    case "list" -> cell.list();
                    case "get" -> cell.get();
                    case "create" -> cell.create();
                    case "replace" -> cell.replace();
                    default -> cell.patch();
                };
        found.computeIfAbsent(persona, p -> new LinkedHashMap<>())
                .computeIfAbsent(resource, r -> new LinkedHashMap<>())
                .put(verb, outcome);
    }

    private static String name(String token) {
        return token.substring(token.indexOf('|') + 1);
    }

    private void assertTable() {
        TreeSet<String> outcomes = new TreeSet<>();
        StringBuilder table = new StringBuilder();
        int cells = 0;
        for (Map.Entry<String, Map<String, Map<String, String>>> persona : found.entrySet()) {
            table.append(String.format("%n%-20s", persona.getKey()));
            VERBS.forEach(verb -> table.append(String.format("%-18s", verb)));
            for (Map.Entry<String, Map<String, String>> row : persona.getValue().entrySet()) {
                table.append(String.format("%n  %-18s", row.getKey()));
                for (String verb : VERBS) {
                    String outcome = row.getValue().getOrDefault(verb, "failed");
                    table.append(String.format("%-18s", outcome));
                    outcomes.addAll(outcome.contains("of") ? List.of() : List.of(outcome.split(" ")));
                    cells += row.getValue().containsKey(verb) ? 1 : 0;
                }
            }
            table.append(System.lineSeparator());
        }
        System.out.println(table);
        assertEquals(750, cells);
        assertEquals(List.of("200", "201", "204", "400", "401", "403", "404", "405"), List.copyOf(outcomes));
    }
}
