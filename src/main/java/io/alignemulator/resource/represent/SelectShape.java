package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.Property;
import io.alignemulator.query.Shape;
import io.alignemulator.query.value.ValueType;
import java.util.List;
import java.util.Optional;

/** The names that a selection may use: printed fields, self included, and expanded keys when the call expands. Only names count here. */
record SelectShape(Resource resource, boolean expand) implements Shape {

    @Override
    public Optional<Property> property(String name) {
        Optional<String> spelling = resource.find(name).filter(Field::isPrinted).map(Field::name);
        if (spelling.isEmpty() && expand) {
            spelling = resource.expansions().stream()
                    .map(e -> e.key())
                    .filter(key -> key.equalsIgnoreCase(name))
                    .findFirst();
        }
        return spelling.map(canonical -> Property.scalar(canonical, ValueType.TEXT, record -> null));
    }

    @Override
    public String typeName() {
        return "Default." + resource.name();
    }

    @Override
    public List<String> names() {
        return resource.fields().stream()
                .filter(Field::isPrinted)
                .map(Field::name)
                .toList();
    }
}
