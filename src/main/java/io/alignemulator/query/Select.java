package io.alignemulator.query;

import io.alignemulator.query.parse.SelectParser;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.Suggestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A {@code $select}: which keys of a record are wanted.
 *
 * <p>Rules LIST-12 and LIST-15.
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
     * Reads a selection from records of that shape; blanks select everything.
     *
     * @throws QueryException on an empty element, an unknown property or a path
     */
    public static Select parse(String text, EntityType shape) {
        Set<String> names = new LinkedHashSet<>();
        List<List<String>> elements = SelectParser.elements(text);
        boolean everything = elements.isEmpty();
        for (List<String> element : elements) {
            String name = element.get(0);
            if (name.equals(EVERYTHING)) {
                everything = true;
                continue;
            }
            Property property = shape.property(name)
                    .orElseThrow(() -> QueryException.unknownProperty(name, shape.typeName())
                            .hint(Suggestion.of(name, shape.names())));
            if (element.size() > 1) {
                throw new QueryException(
                        "Found a path with multiple navigation properties or a bad complex property path in a select clause. Please reword your query such that each level of select or expand only contains either TypeSegments or Properties.");
            }
            names.add(property.name());
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
