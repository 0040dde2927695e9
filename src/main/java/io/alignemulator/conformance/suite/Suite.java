package io.alignemulator.conformance.suite;

import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.shipped.ShippedFile;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The requirements and the scenarios that exercise them.
 *
 * @param version grows with every change; requirements keep their ids for ever
 * @param sentences how operations and checks are told to people
 */
public record Suite(int version, List<Requirement> requirements, List<Scenario> scenarios, Sentences sentences) {

    /** The file that the build makes of the sources. */
    static final String COMPILED = "suite.json";

    /** The schema of the task protocol, which lies beside it. */
    static final String PROTOCOL = "protocol.schema.json";

    /** Stands in scenarios for a text of 64 KB that differs from place to place. */
    private static final String LONG_TEXT = "{64K}";

    public Suite {
        requirements = List.copyOf(requirements);
        scenarios = List.copyOf(scenarios);
    }

    /** The suite that comes with the emulator. */
    public static Suite load() {
        return read(ShippedFile.text(Suite.class, COMPILED));
    }

    /** The JSON Schema of tasks and of what commands print. */
    public static String protocol() {
        return ShippedFile.text(Suite.class, PROTOCOL);
    }

    /**
     * Reads a suite: ids stand once, scenarios judge what there is, and no requirement is without one.
     *
     * @throws SuiteException when that is not so, or when a key is misspelt
     */
    static Suite read(String json) {
        String longText = IntStream.range(0, 8192)
                .mapToObj(i -> String.format("%07d,", i))
                .collect(Collectors.joining());
        Suite suite = SuiteJson.read(json.replace(LONG_TEXT, longText), Suite.class);
        Set<String> ids = new TreeSet<>();
        for (Requirement requirement : suite.requirements) {
            if (!ids.add(requirement.id())) {
                throw new SuiteException("The id " + requirement.id() + " stands twice");
            }
        }
        Set<String> judged = suite.scenarios.stream().map(Scenario::judges).collect(Collectors.toSet());
        Set<String> alone = new TreeSet<>(ids);
        alone.addAll(judged);
        alone.removeIf(id -> ids.contains(id) && judged.contains(id));
        if (!alone.isEmpty()) {
            throw new SuiteException("Either no requirement or judged by no scenario: " + alone);
        }
        return suite;
    }

    public Optional<Requirement> requirement(String id) {
        return requirements.stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /**
     * A requirement for people: its sentence, the rules of the site behind it, and how each scenario exercises it.
     *
     * @param rule what a rule of the site says, by its id
     */
    public String explanation(Requirement requirement, Function<String, Optional<String>> rule) {
        StringBuilder text = new StringBuilder(requirement.line() + "\n\nThe site makes it so:\n");
        for (String id : requirement.evidence().split(", ")) {
            text.append("  ")
                    .append(id)
                    .append(rule.apply(id).map(": "::concat).orElse(""))
                    .append('\n');
        }
        requirement.passive().forEach(check -> text.append("On any traffic, also of a client that is only observed: ")
                .append(sentences.of(check))
                .append(".\n"));
        for (Scenario scenario : only(List.of(requirement.id())).scenarios) {
            text.append("\nScenario ").append(scenario.name()).append(". ").append(scenario.about());
            scenario.tasks().stream().distinct().forEach(task -> text.append("\n  The client is asked to ")
                    .append(sentences.of(task))
                    .append(times(Collections.frequency(scenario.tasks(), task)))
                    .append('.'));
            scenario.given().forEach(check -> text.append("\n  It says something if ")
                    .append(sentences.of(check))
                    .append('.'));
            scenario.checks().forEach(check -> text.append("\n  It is met if ")
                    .append(sentences.of(check))
                    .append('.'));
            text.append('\n');
        }
        return text.toString();
    }

    private static String times(int times) {
        return times == 1 ? "" : ", " + times + " times";
    }

    /**
     * The same with some requirements only.
     *
     * @throws SuiteException when one of the ids is unknown
     */
    public Suite only(List<String> ids) {
        List<Requirement> chosen = ids.stream()
                .map(id -> requirement(id).orElseThrow(() -> new SuiteException("There is no requirement " + id)))
                .toList();
        return new Suite(
                version,
                requirements.stream().filter(chosen::contains).toList(),
                scenarios.stream()
                        .filter(each -> chosen.stream().anyMatch(r -> r.id().equals(each.judges())))
                        .toList(),
                sentences);
    }
}
