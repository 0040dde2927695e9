package io.alignemulator.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One address of a collection below the base path: literal segments and {@code {field}} segments, whose value selects the rows by that field.
 *
 * @param path e.g. {@code Epics} or {@code Connectors/{connectorId}/boards}
 * @param parent resource whose record the first variable names and without which the collection is not there
 */
public record Route(String path, Optional<String> parent) {

    public List<String> segments() {
        return Arrays.asList(path.split("/", -1));
    }

    /** Whether it is one address, without variables. */
    public boolean isFlat() {
        return path.indexOf('{') < 0;
    }

    /** Whether its records are there only below one of that resource. */
    public boolean isBelow(String resource) {
        return parent.filter(resource::equals).isPresent();
    }

    /** The field that names the record above: that of the first variable. */
    public String above() {
        return segments().stream()
                .flatMap(segment -> variable(segment).stream())
                .findFirst()
                .orElseThrow();
    }

    /** The field that a segment stands for, when it is a variable. */
    public static Optional<String> variable(String segment) {
        return segment.startsWith("{") ? Optional.of(segment.substring(1, segment.length() - 1)) : Optional.empty();
    }
}
