package io.alignemulator.query;

import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One property of a kind of record.
 *
 * @param name the canonical spelling
 * @param type what the reader returns when it does not return null
 * @param reader from a record to the value: null, String, Long, Double, Boolean, {@link java.time.Instant},
 *     {@link java.util.List}, or an opaque object for {@link ValueType#OBJECT}
 * @param elementType for a COLLECTION the type of its elements, otherwise empty
 * @param shape for an OBJECT its shape, for a COLLECTION of objects the shape of an element, otherwise empty
 */
public record Property(
        String name,
        ValueType type,
        Function<Object, @Nullable Object> reader,
        Optional<ValueType> elementType,
        Optional<EntityType> shape) {

    /** A property that holds one text, number, boolean or point in time. */
    public static Property scalar(String name, ValueType type, Function<Object, @Nullable Object> reader) {
        if (!type.scalar()) {
            throw new IllegalArgumentException(type + " is not the type of a scalar");
        }
        return new Property(name, type, reader, Optional.empty(), Optional.empty());
    }

    /** A property that holds one nested record. */
    public static Property object(String name, EntityType shape, Function<Object, @Nullable Object> reader) {
        return new Property(name, ValueType.OBJECT, reader, Optional.empty(), Optional.of(shape));
    }

    /** A property that holds a list of scalars. */
    public static Property scalars(String name, ValueType elementType, Function<Object, @Nullable Object> reader) {
        if (!elementType.scalar()) {
            throw new IllegalArgumentException(elementType + " is not the type of a scalar");
        }
        return new Property(name, ValueType.COLLECTION, reader, Optional.of(elementType), Optional.empty());
    }

    /** A property that holds a list of nested records. */
    public static Property objects(String name, EntityType shape, Function<Object, @Nullable Object> reader) {
        return new Property(name, ValueType.COLLECTION, reader, Optional.of(ValueType.OBJECT), Optional.of(shape));
    }

    /** The type as error sentences spell it. */
    String typeName() {
        return switch (type) {
            case OBJECT -> shape.map(EntityType::typeName).orElse("Default.Object");
            case COLLECTION -> "Collection(" + elementTypeName() + ")";
            default -> type.edm();
        };
    }

    /** The type of the elements of a list. */
    String elementTypeName() {
        return shape.map(EntityType::typeName)
                .orElseGet(() -> elementType.map(ValueType::edm).orElse("Default.Object"));
    }

    @Nullable
    Object read(Object record) {
        return Values.of(type, reader.apply(record));
    }

    // Shapes may contain each other, so neither equality nor text may walk into them.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Property that
                && name.equals(that.name)
                && type == that.type
                && reader.equals(that.reader)
                && elementType.equals(that.elementType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, reader);
    }

    @Override
    public String toString() {
        return name + ": " + type;
    }
}
