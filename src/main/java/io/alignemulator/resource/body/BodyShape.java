package io.alignemulator.resource.body;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an object of a body may hold.
 *
 * @param name of its type, as sentences write it
 * @param fields by a key in any case
 * @param dynamic type of the values behind keys that are only known by pattern
 */
public record BodyShape(String name, Function<String, Optional<Field>> fields, Optional<FieldType> dynamic) {

    /** A record of a resource. */
    public static BodyShape of(Resource resource) {
        return new BodyShape(
                resource.name(),
                key -> resource.find(key).filter(field -> !field.is(Field.Trait.HIDDEN)),
                Optional.empty());
    }

    /** An object inside a record of some resource. */
    static BodyShape of(Model model, String resource) {
        String plain = model.name().replaceFirst("Dto$", "");
        String name = plain.length() > resource.length() && plain.startsWith(resource)
                ? plain.substring(resource.length())
                : plain;
        return new BodyShape(
                name,
                key -> model.fields().stream()
                        .filter(field -> field.name().equalsIgnoreCase(key))
                        .findFirst(),
                model.dynamic().map(Model.Dynamic::type));
    }

    /** What the value behind a key is read as; empty for a key that nobody knows. */
    public Optional<Target> target(String key, String resource) {
        Optional<Field> field = fields.apply(key);
        return field.isPresent()
                ? field.map(known -> Target.of(known, resource))
                : dynamic.map(type -> Target.of(type, true, resource));
    }

    /** The key as the catalogue spells it. */
    public String spelling(String key) {
        return fields.apply(key).map(Field::name).orElse(key);
    }
}
