package io.alignemulator.query;

import java.util.Optional;

/** What the query language knows of a kind of record: its properties. */
public interface Shape {
    /** The property of that name, whatever the case of its letters (rule FILT-01). */
    Optional<Property> property(String name);
}
