package io.alignemulator.world.nested;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids of nested objects (rule WRIT-08); which models number theirs is the catalogue's word. */
public final class NestedIds {

    /** The resource whose sequence they are of: the last id that was given, whatever became of it. */
    private static final String SEQUENCE = "NestedObject";

    /** The real server's ids are 32 bits wide (inferred); what fixtures hold beyond is no number to go on from. */
    private static final long HIGHEST = Integer.MAX_VALUE;

    private NestedIds() {}

    /** Hands out ids that no object of their model has. */
    public static final class Sequence {

        private final ToLongFunction<Model> highest;
        private final Map<String, Long> last = new HashMap<>();

        /** @param highest the highest id of a model that is taken; asked once, when one is needed */
        public Sequence(ToLongFunction<Model> highest) {
            this.highest = highest;
        }

        long next(Model model) {
            return last.compute(model.name(), (name, last) -> (last == null ? highest.applyAsLong(model) : last) + 1);
        }
    }

    /** The last id that the world knows to be given; objects of a seed may have higher ones. */
    public static long last(World world) {
        return world.nextId(world.catalogue().resource(SEQUENCE)) - 1;
    }

    /** The same by ids that go on, as {@link World#withLastIds} takes them. */
    public static long last(Map<String, Long> lastIds) {
        return lastIds.getOrDefault(SEQUENCE, 0L);
    }

    /**
     * The world in which the ids of a write are known as given, whatever becomes of them: those that it stores, and those that it takes away.
     *
     * @param before the row that was there; null for a new one
     */
    public static World remembered(World world, @Nullable Row before, Row row) {
        long highest = 0;
        for (Field field : row.resource().fields()) {
            if (isNumbered(field) && !Objects.equals(before == null ? null : before.get(field), row.get(field))) {
                Model model = field.type().model().orElseThrow();
                highest = Math.max(highest, highest(row, model));
                highest = before == null ? highest : Math.max(highest, highest(before, model));
            }
        }
        return highest > last(world) ? world.withLastIds(Map.of(SEQUENCE, highest)) : world;
    }

    /** Whether records of a resource hold objects of a model. */
    public static boolean areIn(Resource resource, Model model) {
        return resource.fields().stream().anyMatch(field -> isOf(field, model));
    }

    /** The fields of a resource whose objects are numbered. */
    public static List<Field> fields(Resource resource) {
        return resource.fields().stream().filter(NestedIds::isNumbered).toList();
    }

    private static boolean isNumbered(Field field) {
        Optional<Model> model = field.type().model();
        return model.isPresent() && id(model.get()).isPresent(); // nearly no field has a model
    }

    /** Whether an object has none. */
    public static boolean areMissing(Row row) {
        for (Field field : row.resource().fields()) {
            if (isNumbered(field) && areMissing(row, field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areMissing(Row row, Field field) {
        Object value = row.get(field);
        return value != null && !List.of().equals(value) && elements(value).anyMatch(each -> lacks(each, field));
    }

    /** The row with an id in each object. */
    public static Row given(Row row, Sequence sequence) {
        return areMissing(row) ? given(row, fields(row.resource()), sequence) : row;
    }

    /** The same, by the {@link #fields} of its resource, which whoever asks for many rows looks up once. */
    public static Row given(Row row, List<Field> numbered, Sequence sequence) {
        Row next = row;
        for (Field field : numbered) {
            if (areMissing(row, field)) {
                next = next.with(field, given(Objects.requireNonNull(row.get(field)), field, sequence));
            }
        }
        return next;
    }

    private static Object given(Object value, Field field, Sequence sequence) {
        if (value instanceof Map<?, ?> alone) {
            return completed(alone, field, sequence);
        }
        List<Object> all = new ArrayList<>();
        for (Object each : (List<?>) value) {
            boolean lacks = each instanceof Map<?, ?> element && lacks(element, field);
            all.add(lacks ? completed((Map<?, ?>) each, field, sequence) : each);
        }
        return Collections.unmodifiableList(all);
    }

    private static Map<String, @Nullable Object> completed(Map<?, ?> element, Field field, Sequence sequence) {
        Model model = field.type().model().orElseThrow();
        Map<String, @Nullable Object> completed = new LinkedHashMap<>();
        element.forEach((key, value) -> completed.put(String.valueOf(key), value));
        completed.put(id(model).orElseThrow().name(), sequence.next(model));
        return Collections.unmodifiableMap(completed);
    }

    /** The highest id of a model's objects in a world. */
    public static long highest(World world, Model model) {
        return world.catalogue().resources().stream()
                .filter(resource -> resource.recordsOf().equals(resource.name()))
                .filter(resource -> areIn(resource, model))
                .mapToLong(resource -> highest(world.table(resource).rows(), model))
                .max()
                .orElse(0);
    }

    /** The same in some rows. */
    public static long highest(Iterable<Row> rows, Model model) {
        long highest = 0;
        for (Row row : rows) {
            highest = Math.max(highest, highest(row, model));
        }
        return highest;
    }

    /** The same in one row. */
    public static long highest(Row row, Model model) {
        String id = id(model).orElseThrow().name();
        return row.resource().fields().stream()
                .filter(field -> isOf(field, model))
                .flatMap(field -> elements(row.get(field)))
                .mapToLong(each -> each.get(id) instanceof Long number && number <= HIGHEST ? number : 0)
                .max()
                .orElse(0);
    }

    private static boolean isOf(Field field, Model model) {
        return field.type()
                .model()
                .filter(each -> each.name().equals(model.name()))
                .isPresent();
    }

    private static boolean lacks(Map<?, ?> element, Field field) {
        Model model = field.type().model().orElseThrow();
        return element.get(id(model).orElseThrow().name()) == null;
    }

    private static Optional<Field> id(Model model) {
        for (Field each : model.fields()) {
            if (each.is(Trait.DEFAULT_NEXT)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Stream<Map<?, ?>> elements(@Nullable Object value) {
        Stream<?> all = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return all.filter(Map.class::isInstance).map(each -> (Map<?, ?>) each);
    }
}
