package io.alignemulator.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requirements and the scenarios that exercise them.
 *
 * @param version grows with every change; requirements keep their ids for ever
 */
public record Suite(int version, List<Requirement> requirements, List<Scenario> scenarios) {

    /** The file that {@link SuiteCompiler} makes of the sources. */
    static final String COMPILED = "suite.json";

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
            return read(Objects.requireNonNull(JsonMapper.shared().readValue(in.readAllBytes(), Object.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param json {@code {"version": 1, "requirements": [...], "scenarios": {"<name>": {...}, ...}}} */
    static Suite read(Object json) {
        Params params = Params.of("the suite", json).only("version", "requirements", "scenarios");
        List<Requirement> requirements = new ArrayList<>();
        for (Object each : params.list("requirements")) {
            requirements.add(Requirement.read(Params.of("requirements.yaml", each)));
        }
        List<Scenario> scenarios = new ArrayList<>();
        params.object("scenarios")
                .forEach((name, each) -> scenarios.add(Scenario.read(name, Params.of(name + ".yaml", each))));
        Suite suite = new Suite(params.number("version", 0), requirements, scenarios);
        suite.check();
        return suite;
    }

    /** Ids stand once, scenarios judge what there is, and nothing is left without a scenario. */
    private void check() {
        Set<String> ids = new TreeSet<>();
        for (Requirement requirement : requirements) {
            if (!ids.add(requirement.id())) {
                throw new SuiteException("The id " + requirement.id() + " stands twice");
            }
        }
        Set<String> judged = scenarios.stream().map(Scenario::judges).collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>(judged);
        unknown.removeAll(ids);
        ids.removeAll(judged);
        if (!unknown.isEmpty() || !ids.isEmpty()) {
            throw new SuiteException("Scenarios judge " + unknown + ", which are no requirements; none judges " + ids);
        }
    }

    public Optional<Requirement> requirement(String id) {
        return requirements.stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** The scenarios that exercise a requirement. */
    List<Scenario> scenariosOf(Requirement requirement) {
        return scenarios.stream()
                .filter(each -> each.judges().equals(requirement.id()))
                .toList();
    }

    /** A requirement for people: its sentence, its evidence, and the scenarios that exercise it. */
    public String explanation(Requirement requirement) {
        StringBuilder text = new StringBuilder(TextReport.line(requirement))
                .append("\nbecause of ")
                .append(requirement.evidence())
                .append(requirement.passive().isEmpty() ? "" : "; judged on any traffic too")
                .append('\n');
        scenariosOf(requirement).forEach(scenario -> text.append("\n  ")
                .append(scenario.name())
                .append(": ")
                .append(scenario.about())
                .append("\n  the client is asked to ")
                .append(Values.shown(
                        scenario.tasks().stream().map(Task::json).distinct().toList()))
                .append('\n'));
        return text.toString();
    }

    /**
     * The same with some requirements only.
     *
     * @throws SuiteException when one of the ids is unknown
     */
    public Suite only(List<String> ids) {
        List<String> unknown =
                ids.stream().filter(id -> requirement(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new SuiteException("There is no requirement " + unknown);
        }
        List<Requirement> chosen = requirements.stream()
                .filter(each -> ids.stream().anyMatch(each.id()::equalsIgnoreCase))
                .toList();
        return new Suite(
                version,
                chosen,
                scenarios.stream()
                        .filter(each -> chosen.stream().anyMatch(r -> r.id().equals(each.judges())))
                        .toList());
    }
}
