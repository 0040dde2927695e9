package io.alignemulator.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An object inside a record, without a collection of its own.
 *
 * @param name vendor's model name, e.g. EpicPointDto
 * @param fields named fields in the order in which they are printed
 * @param dynamic the one dynamic field of an object whose keys follow a pattern (custom fields)
 */
public record Model(String name, List<Field> fields, Optional<Dynamic> dynamic) {

    /** A field whose key is only known by pattern. */
    public record Dynamic(Pattern key, FieldType type) {}

    /** The field of that exact name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
