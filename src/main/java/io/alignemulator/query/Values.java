package io.alignemulator.query;

import io.alignemulator.world.Collation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of records: their normal forms, keys and orders. */
final class Values {
    /** Dates by their day in UTC. */
    static final Comparator<Object> DAYS = Comparator.comparing(date -> ((Instant) date).truncatedTo(ChronoUnit.DAYS));

    private static final double LONG_LIMIT = 0x1p63;

    private Values() {}

    /** What a reader returned, as the type promises it; null where it cannot be that type. */
    static @Nullable Object of(ValueType type, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> raw instanceof String ? raw : raw.toString();
            case NUMBER -> raw instanceof Number number ? number(number) : null;
            case BOOLEAN -> raw instanceof Boolean ? raw : null;
            case DATE -> raw instanceof Instant ? raw : null;
            case COLLECTION -> raw instanceof List<?> ? raw : null;
            case OBJECT -> raw;
        };
    }

    /** A Long if the number is integral and fits, else a Double: equal numbers have equal forms, 5.0 being 5. */
    static Number number(Number number) {
        if (number instanceof Long) {
            return number;
        }
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        double value = number.doubleValue();
        if (value == Math.rint(value) && Math.abs(value) < LONG_LIMIT) {
            return (long) value;
        }
        return value;
    }

    /** One object for all values that compare as equal. */
    static Object key(Object value) {
        if (value instanceof String text) {
            return Collation.fold(text);
        }
        return value instanceof Number number ? number(number) : value;
    }

    /** The order of the values of a scalar type, in their normal form. */
    static Comparator<Object> order(ValueType type) {
        return switch (type) {
            case TEXT -> (a, b) -> Collation.ORDER.compare((String) a, (String) b);
            case NUMBER -> (a, b) -> compare((Number) a, (Number) b);
            case BOOLEAN -> (a, b) -> ((Boolean) a).compareTo((Boolean) b);
            case DATE -> (a, b) -> ((Instant) a).compareTo((Instant) b);
            case OBJECT, COLLECTION -> throw new IllegalArgumentException(type + " has no order");
        };
    }

    private static int compare(Number a, Number b) {
        if (a instanceof Long left && b instanceof Long right) {
            return left.compareTo(right);
        }
        boolean finite = Double.isFinite(a.doubleValue()) && Double.isFinite(b.doubleValue());
        return finite ? exact(a).compareTo(exact(b)) : Double.compare(a.doubleValue(), b.doubleValue());
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Long integral ? BigDecimal.valueOf(integral) : new BigDecimal(number.doubleValue());
    }
}
