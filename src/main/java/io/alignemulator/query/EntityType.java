package io.alignemulator.query;

import java.util.List;
import java.util.Optional;

/** What the query language knows of a kind of record: its properties. */
public interface EntityType {
    /** The property of that name, whatever the case of its letters (rule FILT-01). */
    Optional<Property> property(String name);

    /** What error sentences call the kind of record. */
    default String typeName() {
        return "Default.Record";
    }

    /** Names of the properties, for whoever misspelt one. */
    default List<String> names() {
        return List.of();
    }
}
