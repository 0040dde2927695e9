package io.alignemulator.query.value;

import io.alignemulator.values.Collation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of records: their normal forms, keys and orders. */
public final class Values {
    /** Points in time and days, by the day in UTC. */
    public static final Comparator<Object> DAYS = (a, b) -> Long.compare(epochDay(a), epochDay(b));

    private static final long SECONDS_OF_A_DAY = 86_400;

    private static final double LONG_LIMIT = 0x1p63;

    private Values() {}

    /** What a reader returned, as the type promises it; null where it cannot be that type. */
    public static @Nullable Object of(ValueType type, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> raw instanceof String ? raw : raw.toString();
            case INTEGER, LONG, SINGLE, DOUBLE, DECIMAL -> raw instanceof Number number ? number(number) : null;
            case BOOLEAN -> raw instanceof Boolean ? raw : null;
            case DATE_TIME -> raw instanceof Instant ? raw : null;
            case COLLECTION -> raw instanceof List<?> ? raw : null;
            case DATE, TIME, DURATION, GUID, OBJECT, NULL -> raw;
        };
    }

    /** A Long if the number is integral and fits, else a Double: equal numbers have equal forms, 5.0 being 5. */
    public static Number number(Number number) {
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
    public static Object key(Object value) {
        if (value instanceof String text) {
            return Collation.fold(text);
        }
        return value instanceof Number number ? number(number) : value;
    }

    /** The order of the values of a scalar type, in their normal form. */
    public static Comparator<Object> order(ValueType type) {
        return switch (type) {
            case TEXT -> (a, b) -> Collation.ORDER.compare((String) a, (String) b);
            case INTEGER, LONG, SINGLE, DOUBLE, DECIMAL -> (a, b) -> compare((Number) a, (Number) b);
            case BOOLEAN, DATE_TIME, DATE, TIME, DURATION, GUID -> Values::natural;
            case OBJECT, COLLECTION, NULL -> throw new IllegalArgumentException(type + " has no order");
        };
    }

    /** The day in UTC of a point in time, or a day itself. */
    public static LocalDate day(Object date) {
        return date instanceof LocalDate day ? day : LocalDate.ofInstant((Instant) date, ZoneOffset.UTC);
    }

    private static long epochDay(Object date) {
        return date instanceof Instant instant
                ? Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_A_DAY)
                : ((LocalDate) date).toEpochDay();
    }

    @SuppressWarnings("unchecked") // both are values of one type
    private static int natural(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    /** Numbers by their values; what is no number (0 divided by 0) equals only itself and is the greatest. */
    private static int compare(Number a, Number b) {
        if (a instanceof Long left && b instanceof Long right) {
            return left.compareTo(right);
        }
        int order = Double.compare(a.doubleValue(), b.doubleValue());
        return order == 0 && a.getClass() != b.getClass() ? exact(a).compareTo(exact(b)) : order;
    }

    /** Only where a long and a double look equal: not every long is a double. */
    private static BigDecimal exact(Number number) {
        return number instanceof Long integral ? BigDecimal.valueOf(integral) : new BigDecimal(number.doubleValue());
    }
}
