package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Model;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.resource.call.Context;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what a record refers to is there, not in the recycle bin, active where it has to be, and within the caller's scope. */
final class References {

    private static final Long YES = 1L;
    private static final Long NO = 0L;

    /**
     * What is wrong with a reference.
     *
     * @param rule the rule that forbids it
     * @param why for people
     */
    record Problem(RuleId rule, String why) {}

    private References() {}

    /** Whether a field names records, or what it holds does. */
    static boolean areIn(Field field) {
        return field.reference().isPresent() || field.type().model().isPresent();
    }

    /** What is wrong with what a field names; null when nothing is. */
    static @Nullable Problem problem(Context context, @Nullable Row stored, Row row, Field field) {
        Object value = row.get(field);
        if (value == null || !areIn(field)) {
            return null;
        }
        Problem direct = direct(context, row, field, value);
        return direct == null ? unfitOwner(context, stored, row, field, value) : direct;
    }

    /** A record does not become that of somebody who has left (rule TEAM-03); it stays theirs. */
    private static @Nullable Problem unfitOwner(
            Context context, @Nullable Row stored, Row row, Field field, Object owner) {
        if (!field.is(Trait.OWNER)
                || !context.settings().isOn(RuleId.TEAM_03)
                || (stored != null && owner.equals(stored.get(field)))) {
            return null;
        }
        return field.reference()
                .flatMap(reference -> context.world().resolve(reference, owner, row))
                .filter(References::isInactive)
                .map(user -> new Problem(RuleId.TEAM_03, user + " is not active"))
                .orElse(null);
    }

    private static @Nullable Problem direct(Context context, Row row, Field field, Object value) {
        if (field.reference().isPresent()) {
            Problem problem = each(context, row, field.reference().get(), value);
            if (problem != null) {
                return problem;
            }
        }
        return field.type().model().isEmpty()
                ? null
                : nested(context, row, field.type().model().get(), elements(value));
    }

    private static @Nullable Problem nested(Context context, Row row, Model model, List<?> elements) {
        for (Object element : elements) {
            for (Field inner : element instanceof Map<?, ?> ? model.fields() : List.<Field>of()) {
                Object value = ((Map<?, ?>) element).get(inner.name());
                boolean counts = inner.reference().isPresent() && inner.write() != Field.Write.NEVER;
                if (counts && value != null) {
                    Problem problem = each(context, row, inner.reference().orElseThrow(), value);
                    if (problem != null) {
                        return problem;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Problem each(Context context, Row row, Reference reference, Object value) {
        for (Object each : elements(value)) {
            Problem problem = problem(context, row, reference, each);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static List<?> elements(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static @Nullable Problem problem(Context context, Row row, Reference reference, Object value) {
        if (reference.none().contains(value)) {
            return null;
        }
        Optional<Row> target = context.world().resolve(reference, value, row);
        return target.isEmpty()
                ? new Problem(RuleId.WRIT_20, "nothing is called " + value)
                : unusable(context, reference, target.get());
    }

    private static @Nullable Problem unusable(Context context, Reference reference, Row target) {
        if (context.settings().isOn(RuleId.ACCS_04) && !context.access().inScope(target)) {
            return new Problem(RuleId.ACCS_04, target + " is out of the caller's scope");
        }
        if (holds(target, "isRecycled", YES)) {
            return new Problem(RuleId.WRIT_20, target + " is recycled");
        }
        return reference.mustBeActive()
                        && isInactive(target)
                        && context.settings().isOn(RuleId.WRIT_21)
                ? new Problem(RuleId.WRIT_21, target + " is not active")
                : null;
    }

    private static boolean isInactive(Row target) {
        return holds(target, "isActive", NO) || holds(target, "isLocked", -1L);
    }

    private static boolean holds(Row row, String field, Long value) {
        Field its = row.resource().byName().get(field);
        return its != null && value.equals(row.get(its));
    }
}
