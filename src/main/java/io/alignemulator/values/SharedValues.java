package io.alignemulator.values;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lets equal values be one object: the uid of an owner, a day, the number of a feature stand in thousands of records. Remembers what came lately and forgets the rest, so it has one size
 * whatever passes through. Safe for many threads.
 */
public final class SharedValues {

    private static final int SLOTS = 1 << 16;

    /** Longer texts are descriptions, which hardly ever repeat. */
    private static final int LONGEST_TEXT = 40;

    /** Longer lists neither. */
    private static final int LONGEST_LIST = 8;

    private final AtomicReferenceArray<Object> known = new AtomicReferenceArray<>(SLOTS);

    /** Whether it is worth looking for an equal one, and an equal one prints alike: of objects with several keys the order may differ. */
    public static boolean isSharable(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() <= LONGEST_TEXT;
        }
        if (value instanceof List<?> list) {
            return list.size() <= LONGEST_LIST && list.stream().allMatch(SharedValues::isSharable);
        }
        return !(value instanceof Map<?, ?> map)
                || (map.size() <= 1 && map.values().stream().allMatch(SharedValues::isSharable));
    }

    /** The value, or an equal one that came before. */
    public Object of(Object value) {
        if (!isSharable(value)) {
            return value;
        }
        int hash = value.hashCode() * 0x9E3779B9;
        int slot = hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS));
        Object before = known.getAcquire(slot);
        if (value.equals(before)) {
            return before;
        }
        known.setRelease(slot, value);
        return value;
    }
}
