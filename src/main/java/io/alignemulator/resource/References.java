package io.alignemulator.resource;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what a record refers to is there, not in the recycle bin, active where it has to be, and within the caller's scope (fidelity rules of sections 5 and 7). */
final class References {

    private static final Long YES = 1L;
    private static final Long NO = 0L;

    private References() {}

    static boolean areValid(Context context, Row row, Field field) {
        Object value = row.get(field);
        boolean direct = field.reference().isEmpty()
                || all(value, each -> isValid(context, row, field.reference().get(), each));
        return direct
                && (field.type().model().isEmpty() || all(value, each -> nestedAreValid(context, row, field, each)));
    }

    private static boolean nestedAreValid(Context context, Row row, Field field, @Nullable Object element) {
        if (!(element instanceof Map<?, ?> map)) {
            return true;
        }
        return field.type().model().orElseThrow().fields().stream()
                .filter(inner -> inner.reference().isPresent() && inner.write() != Field.Write.NEVER)
                .allMatch(inner -> all(
                        map.get(inner.name()),
                        each -> isValid(context, row, inner.reference().orElseThrow(), each)));
    }

    private static boolean all(@Nullable Object value, java.util.function.Predicate<@Nullable Object> test) {
        return value instanceof List<?> list ? list.stream().allMatch(test) : test.test(value);
    }

    private static boolean isValid(Context context, Row row, Reference reference, @Nullable Object value) {
        if (value == null || reference.none().contains(value)) {
            return true;
        }
        Optional<Row> target = context.world().resolve(reference, value, row);
        return target.isPresent() && isUsable(context, reference, target.get());
    }

    private static boolean isUsable(Context context, Reference reference, Row target) {
        return context.sees(target)
                && !holds(target, "isRecycled", YES)
                && !(reference.mustBeActive() && (holds(target, "isActive", NO) || holds(target, "isLocked", -1L)));
    }

    private static boolean holds(Row row, String field, Long value) {
        return row.resource().has(field) && value.equals(row.get(field));
    }
}
