package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.world.Row;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** No record is its own ancestor: who goes up from parent to parent never comes back to it. A circle that others are in is not this record's. */
record NoCycle(String field) implements RecordCheck {

    @Override
    public Optional<Field> refused(Subject subject) {
        Set<Object> seen = new HashSet<>();
        Field parent = subject.row().resource().field(field);
        Object next = subject.row().get(parent);
        while (next instanceof Long id && seen.add(id)) {
            if (id == subject.row().id()) {
                return Optional.of(parent);
            }
            next = subject.context()
                    .world()
                    .table(subject.row().resource())
                    .get(id)
                    .map((Row above) -> above.get(parent))
                    .orElse(null);
        }
        return Optional.empty();
    }
}
