package io.alignemulator.world.packed;

import io.alignemulator.catalogue.Field;
import io.alignemulator.values.SharedValues;
import io.alignemulator.world.Row;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of one resource as bytes that can be read without those of others. Of each row first which fields hold something, by the number of a pattern that came before or as a new one, then what
 * they hold; a value that came before by its number.
 */
final class BlockWriter {

    /** The value is the one of that number. Other values begin with the type of {@link ValueCodec}, which is smaller. */
    static final int KNOWN = 0x40;

    /** From here on the type is the value: an integer from 0 to 127. */
    static final int SMALL = 0x80;

    private final ByteWriter out = new ByteWriter();
    private final Map<BitSet, Integer> patterns = new HashMap<>();
    private final Map<Object, Integer> known = new HashMap<>();

    byte[] toBytes() {
        return out.toBytes();
    }

    void row(Row row) {
        List<Field> fields = row.resource().fields();
        BitSet held = new BitSet(fields.size());
        for (Field field : fields) {
            held.set(field.position(), row.get(field) != null);
        }
        Integer before = patterns.putIfAbsent(held, patterns.size());
        out.number(before == null ? patterns.size() - 1 : before);
        if (before == null) {
            out.block(held.toByteArray());
        }
        held.stream().forEach(position -> value(Objects.requireNonNull(row.get(fields.get(position)))));
    }

    private void value(Object value) {
        if (value instanceof Long number && number >= 0 && number < SMALL) {
            out.octet(SMALL | number.intValue());
            return;
        }
        Integer before = SharedValues.isSharable(value) ? known.putIfAbsent(value, known.size()) : null;
        if (before == null) {
            ValueCodec.write(out, value);
        } else {
            out.octet(KNOWN);
            out.number(before);
        }
    }
}
