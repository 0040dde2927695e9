package io.alignemulator.conformance.report;

import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.report.Verdict.State;
import io.alignemulator.conformance.suite.Requirement;
import io.alignemulator.conformance.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Failures that are known: a file with one id a line, the rest of a line and lines that begin with {@code #} are for people. A known failure is no error; one that passes is, so that the
 * file shrinks.
 */
public final class KnownFailures {

    /** No failure is known. */
    public static final KnownFailures EMPTY = new KnownFailures(Set.of());

    private final Set<String> ids;

    private KnownFailures(Set<String> ids) {
        this.ids = Set.copyOf(ids);
    }

    /** @throws SuiteException when the file cannot be read or names what is no requirement */
    public static KnownFailures read(Path file, Suite suite) {
        try {
            Set<String> ids = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2)[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> unknown = new TreeSet<>(ids);
            unknown.removeIf(id -> suite.requirement(id).isPresent());
            if (!unknown.isEmpty()) {
                throw new SuiteException(file + " names " + unknown + ", which are no requirements");
            }
            return new KnownFailures(ids);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    public boolean contains(Requirement requirement) {
        return ids.contains(requirement.id());
    }

    /** Why a run is no success, one sentence each; none for a success. A MAY is told and never an error. */
    public List<String> errors(SuiteResult result) {
        List<String> errors = new ArrayList<>();
        if (!result.unjudged().isEmpty()) {
            errors.add(result.unjudged());
        }
        for (Verdict verdict : result.verdicts()) {
            Requirement requirement = verdict.requirement();
            if (verdict.failed() && !contains(requirement) && requirement.level() != Requirement.Level.MAY) {
                errors.add(requirement.id() + " fails");
            }
            if (verdict.state() == State.PASSED && contains(requirement)) {
                errors.add(requirement.id() + " passes, although the baseline says that it fails");
            }
        }
        return errors;
    }
}
