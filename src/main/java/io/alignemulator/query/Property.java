package io.alignemulator.query;

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
        Optional<Shape> shape) {

    /** A property that holds one TEXT, NUMBER, BOOLEAN or DATE. */
    public static Property scalar(String name, ValueType type, Function<Object, @Nullable Object> reader) {
        if (!type.scalar()) {
            throw new IllegalArgumentException(type + " is not the type of a scalar");
        }
        return new Property(name, type, reader, Optional.empty(), Optional.empty());
    }

    /** A property that holds one nested record. */
    public static Property object(String name, Shape shape, Function<Object, @Nullable Object> reader) {
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
    public static Property objects(String name, Shape shape, Function<Object, @Nullable Object> reader) {
        return new Property(name, ValueType.COLLECTION, reader, Optional.of(ValueType.OBJECT), Optional.of(shape));
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
