package io.alignemulator.drift.shape;

import io.alignemulator.catalogue.Expansion;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that an object should have.
 *
 * @param name of the resource or nested model that says so
 * @param fields those that are printed, in their order
 * @param dynamic the key that is known by its form only
 * @param added keys that expand=true may add
 */
public record Structure(String name, List<Field> fields, Optional<Model.Dynamic> dynamic, List<Expansion> added) {

    /** The keys of a record. */
    public static Structure of(Resource resource) {
        List<Field> printed =
                resource.fields().stream().filter(Field::isPrinted).toList();
        return new Structure(resource.recordsOf(), printed, Optional.empty(), List.of());
    }

    /** Some of the keys of a record. */
    public static Structure of(Resource resource, Set<String> keys) {
        return new Structure(
                resource.name(),
                resource.fields().stream()
                        .filter(field -> keys.contains(field.name()))
                        .toList(),
                Optional.empty(),
                List.of());
    }

    /**
     * The keys of a record with {@code expand=true}.
     *
     * @param plain keys that the record has without it
     */
    public static Structure expanded(Resource resource, Set<String> plain) {
        List<Expansion> added = resource.expansions();
        Set<String> gone = added.stream()
                .flatMap(each -> each.replaces() ? Stream.of(each.key(), each.from()) : Stream.of(each.key()))
                .collect(Collectors.toSet());
        List<Field> kept = of(resource).fields.stream()
                .filter(field -> plain.contains(field.name()) && !gone.contains(field.name()))
                .toList();
        return new Structure(resource.recordsOf(), kept, Optional.empty(), added);
    }

    /** What expand=true adds under a key. */
    public Optional<Expansion> added(String key) {
        return added.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** The keys of a nested object; empty for other types. */
    public static Optional<Structure> of(FieldType type) {
        return type.model().map(model -> new Structure(model.name(), model.fields(), model.dynamic(), List.of()));
    }

    /** The field of that name. */
    public Optional<Field> field(String key) {
        return fields.stream().filter(each -> each.name().equals(key)).findFirst();
    }

    /** Whether a key has the form of the dynamic one. */
    public boolean isDynamic(String key) {
        return dynamic.filter(each -> each.key().matcher(key).matches()).isPresent();
    }

    /** What the value of a key should look like, where it is an object or a list of them. */
    public Optional<Structure> below(String key) {
        Optional<FieldType> type =
                isDynamic(key) ? dynamic.map(Model.Dynamic::type) : field(key).map(Field::type);
        return type.flatMap(Structure::of);
    }
}
