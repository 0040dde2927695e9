package io.alignemulator.query;

import io.alignemulator.query.value.Values;
import java.util.List;

/**
 * Candidates that an index can name: every record that satisfies the filter is among them. Not every candidate satisfies
 * the filter, so the filter is still asked.
 */
public sealed interface Lookup {
    /**
     * The records whose property equals the value; if the property is a COLLECTION, those where an element equals it.
     *
     * @param value in the form of {@link #key}, so an index must hold its values in that form, too
     */
    record Equal(Property property, Object value) implements Lookup {}

    /** The union of the alternatives; there are two or more. */
    record AnyOf(List<Lookup> alternatives) implements Lookup {
        public AnyOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Two or more demands that all hold: one of them may be used, or the intersection. */
    record Both(List<Lookup> demands) implements Lookup {
        public Both {
            demands = List.copyOf(demands);
        }
    }

    /**
     * The form in which an index holds a value (of a collection: each element), so that values which {@code eq} takes for
     * equal are found under one key: a text in one case, an integral number as a Long whatever its spelling.
     */
    static Object key(Object value) {
        return Values.key(value);
    }
}
