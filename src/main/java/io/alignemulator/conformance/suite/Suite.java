package io.alignemulator.conformance.suite;

import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.SuiteJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The requirements and the scenarios that exercise them.
 *
 * @param version grows with every change; requirements keep their ids for ever
 */
public record Suite(int version, List<Requirement> requirements, List<Scenario> scenarios) {

    /** The file that the build makes of the sources. */
    static final String COMPILED = "suite.json";

    /** Stands in scenarios for a text of 64 KB that differs from place to place. */
    private static final String LONG_TEXT = "{64K}";

    public Suite {
        requirements = List.copyOf(requirements);
        scenarios = List.copyOf(scenarios);
    }

    /** The suite that comes with the emulator. */
    public static Suite load() {
        try (InputStream in = Suite.class.getResourceAsStream(COMPILED)) {
            if (in == null) {
                throw new IllegalStateException("the suite was not compiled");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** A requirement for people: its sentence, its evidence, and the scenarios that exercise it. */
    public String explanation(Requirement requirement) {
        StringBuilder text = new StringBuilder(requirement.line() + "\nbecause of " + requirement.evidence()
                + (requirement.passive().isEmpty() ? "" : "; judged on any traffic too") + '\n');
        for (Scenario scenario : only(List.of(requirement.id())).scenarios) {
            text.append("\n  ").append(scenario.name()).append(": ").append(scenario.about());
            scenario.tasks().stream().distinct().map(SuiteJson::written).forEach(task -> text.append(
                            "\n  the client is asked to ")
                    .append(task.length() <= 200 ? task : task.substring(0, 200) + "..."));
            text.append('\n');
        }
        return text.toString();
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
                        .toList());
    }
}
