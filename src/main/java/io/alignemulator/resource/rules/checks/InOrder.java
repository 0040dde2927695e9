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
record InOrder(List<KeyPath> keys) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        KeyPath before = keys.get(0);
        Instant last = Instant.MIN;
        for (KeyPath key : keys) {
            Optional<Instant> time = key.values(subject, subject.row()).stream()
                    .filter(Instant.class::isInstance)
                    .map(Instant.class::cast)
                    .findFirst();
            if (time.isPresent() && time.get().isBefore(last)) {
                boolean earlierAlone = subject.isSent(before.first()) && !subject.isSent(key.first());
                return subject.refuse((earlierAlone ? before : key).first());
            }
            if (time.isPresent()) {
                before = key;
                last = time.get();
            }
        }
        return Optional.empty();
    }
}
