package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.EntityType;
import io.alignemulator.query.Property;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the query language sees of a resource: every printed field but {@code self}, which is no stored value. */
public final class ResourceShape implements EntityType {

    /** Stands for the names of the site's own classes, which nobody has published. */
    private static final String NAMESPACE = "Default.";

    private final Map<String, Property> properties = new HashMap<>();
    private final String typeName;

    public ResourceShape(Resource resource) {
        this.typeName = typeName(resource);
        for (Field field : resource.fields()) {
            if (field.isPrinted() && !RowPrinter.isSelf(field)) {
                add(field, record -> ((Row) record).get(field));
            }
        }
    }

    private ResourceShape(String key, Model model) {
        this.typeName = NAMESPACE
                + key.substring(0, 1).toUpperCase(Locale.ROOT)
                + (key.endsWith("s") ? key.substring(1, key.length() - 1) : key.substring(1));
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

    /** What error sentences call a record of the resource. */
    static String typeName(Resource resource) {
        return NAMESPACE + resource.name();
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public List<String> names() {
        return properties.values().stream().map(Property::name).sorted().toList();
    }

    private static Property property(String name, FieldType type, Function<Object, @Nullable Object> reader) {
        if (type.isArray()) {
            Kind items = type.items().orElseThrow();
            return items == Kind.OBJECT
                    ? Property.objects(name, shape(name, type), reader)
                    : Property.scalars(name, scalar(items), reader);
        }
        return type.kind() == Kind.OBJECT
                ? Property.object(name, shape(name, type), reader)
                : Property.scalar(name, scalar(type.kind()), reader);
    }

    private static EntityType shape(String field, FieldType type) {
        return type.model()
                .<EntityType>map(model -> new ResourceShape(field, model))
                .orElse(name -> Optional.empty());
    }

    private static ValueType scalar(Kind kind) {
        return switch (kind) {
            case INTEGER -> ValueType.INTEGER;
            case NUMBER -> ValueType.DOUBLE;
            case BOOLEAN -> ValueType.BOOLEAN;
            case DATE_TIME -> ValueType.DATE_TIME;
            default -> ValueType.TEXT;
        };
    }
}
