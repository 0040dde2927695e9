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
 * <p>Most fields of most records are null: a row keeps the others and which these are, one bit a field. It remembers its printed forms: printing is the cost of a list, and a row is read
 * far more often than it is replaced.
 */
public final class Row {

    /** How many printed forms a row remembers. */
    static final int FORMS = 4;

    /** Fields that have a bit; of a resource with more each has a place, held or not. */
    private static final int BITS = 2 * Long.SIZE;

    /** Bytes of a row beside what it holds. */
    private static final int OVERHEAD = 48;

    private final Resource resource;

    /** What is held, in the order of the fields. */
    private final @Nullable Object[] values;

    /** A bit for each of the first 64 fields that holds something, and for each of the next. */
    private final long low;

    private final long high;

    /** None before somebody has asked for one. */
    private volatile @Nullable AtomicReferenceArray<byte @Nullable []> printed;

    private Row(Resource resource, @Nullable Object[] values, long low, long high) {
        this.resource = resource;
        this.values = values;
        this.low = low;
        this.high = high;
    }

    /** A row with the given values, one per field. */
    public static Row of(Resource resource, @Nullable Object[] values) {
        int fields = resource.fields().size();
        if (values.length != fields) {
            throw new IllegalArgumentException(resource.name() + " has " + fields + " fields, not " + values.length);
        }
        if (fields > BITS) {
            return new Row(resource, values.clone(), -1, -1);
        }
        long low = bits(values, 0);
        long high = bits(values, Long.SIZE);
        @Nullable Object[] held = new Object[Long.bitCount(low) + Long.bitCount(high)];
        int count = 0;
        for (Object value : values) {
            if (value != null) {
                held[count++] = value;
            }
        }
        return new Row(resource, held, low, high);
    }

    private static long bits(@Nullable Object[] values, int from) {
        long bits = 0;
        for (int i = Math.min(values.length, from + Long.SIZE) - 1; i >= from; i--) {
            bits = (bits << 1) | (values[i] == null ? 0 : 1);
        }
        return bits;
    }

    public Resource resource() {
        return resource;
    }

    public long id() {
        return (Long) Objects.requireNonNull(get(0), "id");
    }

    public @Nullable Object get(Field field) {
        return get(field.position());
    }

    public @Nullable Object get(String field) {
        return get(resource.field(field).position());
    }

    private @Nullable Object get(int position) {
        if (position >= BITS) {
            return values[position];
        }
        if (!isHeld(position)) {
            return null;
        }
        boolean isLow = position < Long.SIZE;
        int before = Long.bitCount((isLow ? low : high) & ((1L << position) - 1));
        return values[isLow ? before : before + Long.bitCount(low)];
    }

    /** Whether the field of that place has one in {@link #values}. */
    private boolean isHeld(int position) {
        return position >= BITS || ((position < Long.SIZE ? low : high) & (1L << position)) != 0;
    }

    /** The values, to be changed and made into another row. */
    public @Nullable Object[] copyOfValues() {
        @Nullable Object[] all = new Object[resource.fields().size()];
        int held = 0;
        for (int i = 0; i < all.length; i++) {
            if (isHeld(i)) {
                all[i] = values[held++];
            }
        }
        return all;
    }

    /** This row with one other value; itself when it holds that value already. */
    public Row with(Field field, @Nullable Object value) {
        if (Objects.equals(get(field), value)) {
            return this;
        }
        @Nullable Object[] changed = copyOfValues();
        changed[field.position()] = value;
        return of(resource, changed);
    }

    /** A printed form, made when first asked for. Two threads may both make it; either result is kept. */
    byte[] printed(int form, Function<Row, byte[]> printer) {
        AtomicReferenceArray<byte @Nullable []> forms = printed;
        if (forms == null) {
            forms = new AtomicReferenceArray<>(FORMS);
            printed = forms;
        }
        byte[] known = forms.get(form);
        if (known == null) {
            known = printer.apply(this);
            forms.set(form, known);
        }
        return known;
    }

    /** The same record, which remembers no printed form of its own yet. */
    Row unprinted() {
        return new Row(resource, values, low, high);
    }

    /** About the bytes that it takes when nobody else keeps what it holds, without printed forms. */
    public int weight() {
        int weight = OVERHEAD + values.length * Long.BYTES;
        for (Object value : values) {
            weight += value instanceof String text ? text.length() : 0;
        }
        return weight;
    }

    /** Whether both hold the same values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Row row
                        && row.resource.ordinal() == resource.ordinal()
                        && row.low == low
                        && row.high == high
                        && Arrays.equals(row.values, values));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + Long.hashCode(low ^ high);
    }

    @Override
    public String toString() {
        return resource.name() + "/" + get(0);
    }

    /** A copy whose values can be replaced, for somebody who computes one after the other. */
    Draft draft() {
        return new Draft(this);
    }

    /** A row in the making. For one thread; what it shows is not to be kept. */
    static final class Draft {

        private final Row original;
        private final @Nullable Object[] all;

        /** The same values as a row: what is replaced is replaced here. */
        private final Row shown;

        private boolean isChanged;

        private Draft(Row original) {
            this.original = original;
            this.all = original.copyOfValues();
            this.shown = new Row(original.resource, all, -1, -1);
        }

        /** What it holds at this moment. */
        Row shown() {
            return shown;
        }

        void set(Field field, @Nullable Object value) {
            if (!Objects.equals(all[field.position()], value)) {
                all[field.position()] = value;
                isChanged = true;
            }
        }

        /** The row; the original where nothing has been replaced by something else. */
        Row finished() {
            return isChanged ? of(original.resource, all) : original;
        }
    }
}
