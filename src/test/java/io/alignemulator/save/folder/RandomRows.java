package io.alignemulator.save.folder;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows with any values that their fields can hold, likely or not. */
final class RandomRows {

    private static final long YEAR_1 = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long YEAR_10000 =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final long[] INTEGERS = {0, 1, -1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final double[] DECIMALS = {0.0, -0.0, 0.1, -1.5, 1e300, Double.MIN_VALUE, Double.MAX_VALUE};
    private static final String[] TEXTS = {"", "plain", "é ÿ", "Ω", "\uD83D\uDE00", "\uD83D", "a\0b", "\uFFFF", "\n\"\\"
    };

    private final Random random;

    RandomRows(Random random) {
        this.random = random;
    }

    Row row(Resource resource, long id) {
        Object[] values = resource.fields().stream().map(this::field).toArray();
        values[0] = id;
        return Row.of(resource, values);
    }

    private Object field(Field field) {
        return random.nextInt(4) == 0 ? null : value(field.type());
    }

    private Object value(FieldType type) {
        if (type.kind() != Kind.ARRAY) {
            return one(type.kind(), type.model().orElse(null));
        }
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(one(type.items().orElseThrow(), type.model().orElse(null)));
        }
        return Collections.unmodifiableList(list);
    }

    private Object one(Kind kind, Model model) {
        return switch (kind) {
            case INTEGER -> random.nextBoolean() ? random.nextLong() : INTEGERS[random.nextInt(INTEGERS.length)];
            case NUMBER -> random.nextBoolean() ? random.nextGaussian() : DECIMALS[random.nextInt(DECIMALS.length)];
            case STRING -> text();
            case BOOLEAN -> random.nextBoolean();
            case DATE_TIME -> Instant.ofEpochMilli(random.nextLong(YEAR_1, YEAR_10000 + 1));
            case OBJECT -> model == null ? map(3) : object(model);
            case ARRAY -> throw new IllegalArgumentException("arrays of arrays");
        };
    }

    String text() {
        if (random.nextBoolean()) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        int length = random.nextInt(8) == 0 ? random.nextInt(100_000) : random.nextInt(60);
        int highest = random.nextBoolean() ? 0x80 : 0x10000;
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(highest));
        }
        return text.toString();
    }

    private Map<String, Object> object(Model model) {
        Map<String, Object> object = new LinkedHashMap<>();
        model.fields().forEach(field -> object.put(field.name(), field(field)));
        model.dynamic()
                .ifPresent(dynamic -> object.put(
                        "customfield_0000" + random.nextInt(9), random.nextBoolean() ? null : value(dynamic.type())));
        return Collections.unmodifiableMap(object);
    }

    private Object freeForm(int depth) {
        return switch (depth == 0 ? 5 + random.nextInt(5) : random.nextInt(10)) {
            case 0, 1, 2 -> map(depth);
            case 3, 4 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(freeForm(depth - 1));
                }
                yield Collections.unmodifiableList(list);
            }
            case 5 -> null;
            case 6 -> one(Kind.INTEGER, null);
            case 7 -> one(Kind.NUMBER, null);
            case 8 -> one(Kind.BOOLEAN, null);
            default -> text();
        };
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(), freeForm(depth - 1));
        }
        return Collections.unmodifiableMap(map);
    }
}
