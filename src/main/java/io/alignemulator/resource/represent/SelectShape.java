package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Expansion;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.EntityType;
import io.alignemulator.query.Property;
import io.alignemulator.query.value.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that a selection may use: printed fields, self included, and expanded keys when the call expands. Only names count here. */
record SelectShape(Resource resource, boolean expand) implements EntityType {

    @Override
    public Optional<Property> property(String name) {
        return resource.find(name)
                .filter(Field::isPrinted)
                .map(Field::name)
                .or(() -> expanded().filter(key -> key.equalsIgnoreCase(name)).findFirst())
                .map(spelling -> Property.scalar(spelling, ValueType.TEXT, record -> null));
    }

    private Stream<String> expanded() {
        return expand ? resource.expansions().stream().map(Expansion::key) : Stream.empty();
    }

    @Override
    public String typeName() {
        return ResourceShape.typeName(resource);
    }

    @Override
    public List<String> names() {
        Stream<String> printed =
                resource.fields().stream().filter(Field::isPrinted).map(Field::name);
        return Stream.concat(printed, expanded()).toList();
    }
}
