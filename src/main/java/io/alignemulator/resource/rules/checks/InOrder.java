package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Times follow each other: none is before one that stands in front of it. Those that nobody has set are left out. Of two that do not, the one that was sent is refused, the later one
 * where both or none was.
 *
 * @param keys the fields in their order, or paths to them
 */
record InOrder(List<String> keys) implements Check {

    @Override
    public Optional<Field> refused(Subject subject) {
        String before = "";
        Instant last = Instant.MIN;
        for (String key : keys) {
            Optional<Instant> time = subject.values(subject.row(), key).stream()
                    .filter(Instant.class::isInstance)
                    .map(Instant.class::cast)
                    .findFirst();
            if (time.isPresent() && time.get().isBefore(last)) {
                boolean earlierAlone = subject.isSent(first(before)) && !subject.isSent(first(key));
                return subject.refuse(first(earlierAlone ? before : key));
            }
            if (time.isPresent()) {
                before = key;
                last = time.get();
            }
        }
        return Optional.empty();
    }

    private static String first(String path) {
        return path.split("\\.")[0];
    }
}
