package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.Property;
import io.alignemulator.query.Shape;
import io.alignemulator.query.ValueType;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the query language sees of a resource: every printed field but {@code self}, which is no stored value. */
public final class ResourceShape implements Shape {

    private final Map<String, Property> properties = new HashMap<>();

    public ResourceShape(Resource resource) {
        for (Field field : resource.fields()) {
            if (field.isPrinted() && !RowPrinter.isSelf(field)) {
                add(field, record -> ((Row) record).get(field));
            }
        }
    }

    private ResourceShape(Model model) {
        model.fields()
                .forEach(field -> add(field, record -> record instanceof Map<?, ?> map ? map.get(field.name()) : null));
    }

    private void add(Field field, Function<Object, @Nullable Object> reader) {
        properties.put(field.name().toLowerCase(Locale.ROOT), property(field.name(), field.type(), reader));
    }

    @Override
    public Optional<Property> property(String name) {
        return Optional.ofNullable(properties.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Property property(String name, FieldType type, Function<Object, @Nullable Object> reader) {
        if (type.isArray()) {
            Kind items = type.items().orElseThrow();
            return items == Kind.OBJECT
                    ? Property.objects(name, shape(type), reader)
                    : Property.scalars(name, scalar(items), reader);
        }
        return type.kind() == Kind.OBJECT
                ? Property.object(name, shape(type), reader)
                : Property.scalar(name, scalar(type.kind()), reader);
    }

    private static Shape shape(FieldType type) {
        return type.model().<Shape>map(ResourceShape::new).orElse(name -> Optional.empty());
    }

    private static ValueType scalar(Kind kind) {
        return switch (kind) {
            case INTEGER, NUMBER -> ValueType.NUMBER;
            case BOOLEAN -> ValueType.BOOLEAN;
            case DATE_TIME -> ValueType.DATE;
            default -> ValueType.TEXT;
        };
    }
}
