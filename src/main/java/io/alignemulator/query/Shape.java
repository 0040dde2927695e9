package io.alignemulator.query;

import java.util.Optional;

/** What the query language knows of a kind of record: its properties. */
public interface Shape {
    /** The property of that name, whatever the case of its letters (fidelity rule: protocol.md section 3, [D]). */
    Optional<Property> property(String name);
}
