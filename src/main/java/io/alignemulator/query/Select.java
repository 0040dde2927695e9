package io.alignemulator.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A {@code $select}: which keys of a record are wanted.
 *
 * <p>Rule LIST-15.
 */
public final class Select {
    private static final String EVERYTHING = "*";

    private final List<String> names;
    private final boolean everything;

    private Select(List<String> names, boolean everything) {
        this.names = names;
        this.everything = everything;
    }

    /**
     * Reads a selection from records of that shape.
     *
     * @throws QueryException on an empty element or an unknown property
     */
    public static Select parse(String text, Shape shape) {
        Set<String> names = new LinkedHashSet<>();
        boolean everything = false;
        int position = 0;
        for (String element : text.split(",", -1)) {
            String name = element.strip();
            if (name.isEmpty()) {
                throw QueryException.syntax(text, position);
            }
            if (name.equals(EVERYTHING)) {
                everything = true;
            } else {
                names.add(shape.property(name)
                        .orElseThrow(() -> QueryException.unknownProperty(name))
                        .name());
            }
            position += element.length() + 1;
        }
        return new Select(List.copyOf(names), everything);
    }

    /** The named keys in canonical spelling and in the asked order, each once. */
    public List<String> names() {
        return names;
    }

    /** Whether {@code *} was among the elements, so that every key is wanted. */
    public boolean everything() {
        return everything;
    }
}
