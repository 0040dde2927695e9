package io.alignemulator.world;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One record; immutable. Values stand in the order of the resource's fields and are null, {@link Long}, {@link Double}, {@link String}, {@link Boolean},
 * {@link java.time.Instant}, an unmodifiable {@link java.util.List} of these, or an unmodifiable {@link java.util.Map} for a nested object.
 *
 * <p>A row remembers its printed forms: printing is the cost of a list, and a row is read far more often than it is replaced.
 */
public final class Row {

    /** How many printed forms a row remembers. */
    static final int FORMS = 4;

    private final Resource resource;
    private final @Nullable Object[] values;
    private final AtomicReferenceArray<byte @Nullable []> printed = new AtomicReferenceArray<>(FORMS);

    private Row(Resource resource, @Nullable Object[] values) {
        this.resource = resource;
        this.values = values;
    }

    /** A row with the given values, one per field. */
    public static Row of(Resource resource, @Nullable Object[] values) {
        if (values.length != resource.fields().size()) {
            throw new IllegalArgumentException(
                    resource.name() + " has " + resource.fields().size() + " fields, not " + values.length);
        }
        return new Row(resource, values.clone());
    }

    public Resource resource() {
        return resource;
    }

    public long id() {
        return (Long) Objects.requireNonNull(values[0], "id");
    }

    public @Nullable Object get(Field field) {
        return values[field.position()];
    }

    public @Nullable Object get(String field) {
        return values[resource.field(field).position()];
    }

    /** The values, to be changed and made into another row. */
    public @Nullable Object[] copyOfValues() {
        return values.clone();
    }

    /** This row with one other value; itself when it holds that value already. */
    public Row with(Field field, @Nullable Object value) {
        if (Objects.equals(values[field.position()], value)) {
            return this;
        }
        @Nullable Object[] changed = values.clone();
        changed[field.position()] = value;
        return new Row(resource, changed);
    }

    /** A printed form, made when first asked for. Two threads may both make it; either result is kept. */
    byte[] printed(int form, Function<Row, byte[]> printer) {
        byte[] known = printed.get(form);
        if (known == null) {
            known = printer.apply(this);
            printed.set(form, known);
        }
        return known;
    }

    /** Whether both hold the same values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Row row
                        && row.resource.ordinal() == resource.ordinal()
                        && Arrays.equals(row.values, values));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return resource.name() + "/" + values[0];
    }
}
