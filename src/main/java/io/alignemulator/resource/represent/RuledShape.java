package io.alignemulator.resource.represent;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.EntityType;
import io.alignemulator.query.Property;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.RuledFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the query language sees of a resource with computed fields whose rule can be switched: off, they hold nothing; on, who asks for one relies on the rule. */
public record RuledShape(Context context, Resource resource, EntityType all) implements EntityType {

    /** The shape that a call sees; the one that all calls share where nothing can be switched. */
    public static EntityType of(Context context, Resource resource, EntityType all) {
        return resource.ruled().isEmpty() ? all : new RuledShape(context, resource, all);
    }

    @Override
    public Optional<Property> property(String name) {
        Optional<Property> property = all.property(name);
        Optional<Field> ruled =
                resource.find(name).filter(field -> field.computedBy().isPresent());
        return ruled.isEmpty() || RuledFields.asked(context, ruled.get())
                ? property
                : property.map(each -> new Property(
                        each.name(), each.type(), new Uncomputed(ruled.get()), each.elementType(), each.shape()));
    }

    @Override
    public String typeName() {
        return all.typeName();
    }

    @Override
    public List<String> names() {
        return all.names();
    }

    /** Two of one field are the same: an order may not name it twice. */
    private record Uncomputed(Field field) implements Function<Object, @Nullable Object> {

        @Override
        public @Nullable Object apply(Object record) {
            return field.uncomputed();
        }
    }
}
