package io.alignemulator.world.packed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a row as bytes, each behind a byte that says what it is: what is saved can be read without knowing the catalogue that it was saved with. */
public final class ValueCodec {

    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int INTEGER = 3;
    private static final int DECIMAL = 4;
    private static final int TEXT = 5;
    private static final int INSTANT = 6;
    private static final int LIST = 7;
    private static final int OBJECT = 8;

    private ValueCodec() {}

    public static void write(ByteWriter out, @Nullable Object value) {
        if (value == null) {
            out.octet(NULL);
        } else if (value instanceof Boolean flag) {
            out.octet(flag ? TRUE : FALSE);
        } else if (value instanceof Long number) {
            out.octet(INTEGER);
            out.number(number);
        } else if (value instanceof Double number) {
            out.octet(DECIMAL);
            out.fixed(Double.doubleToRawLongBits(number));
        } else if (value instanceof String text) {
            out.octet(TEXT);
            out.text(text);
        } else {
            writeComposed(out, value);
        }
    }

    private static void writeComposed(ByteWriter out, Object value) {
        if (value instanceof Instant instant) {
            out.octet(INSTANT);
            out.number(instant.toEpochMilli());
        } else if (value instanceof List<?> list) {
            out.octet(LIST);
            out.number(list.size());
            list.forEach(element -> write(out, element));
        } else if (value instanceof Map<?, ?> map) {
            out.octet(OBJECT);
            out.number(map.size());
            map.forEach((key, member) -> {
                out.text((String) key);
                write(out, member);
            });
        } else {
            throw new IllegalArgumentException("a row holds no " + value.getClass());
        }
    }

    public static @Nullable Object read(ByteReader in) {
        int type = in.octet();
        return switch (type) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case INTEGER -> in.number();
            case DECIMAL -> Double.longBitsToDouble(in.fixed());
            case TEXT -> in.text();
            case INSTANT -> Instant.ofEpochMilli(in.number());
            case LIST -> list(in);
            case OBJECT -> object(in);
            default -> throw new IllegalStateException("a value of type " + type);
        };
    }

    private static List<@Nullable Object> list(ByteReader in) {
        int size = in.count();
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(read(in));
        }
        return Collections.unmodifiableList(list);
    }

    private static Map<String, @Nullable Object> object(ByteReader in) {
        int size = in.count();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            object.put(in.text(), read(in));
        }
        return Collections.unmodifiableMap(object);
    }
}
