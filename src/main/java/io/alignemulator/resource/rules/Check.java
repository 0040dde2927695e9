package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Rule;
import io.alignemulator.resource.call.Context;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A check of a whole record. A kind of check knows no resource: the catalogue's {@code x-rules} give it the keys to look at, and the id of the rule that it enforces. */
interface Check {

    /** What is wrong, if anything is. */
    Optional<Violation> check(Subject subject);

    /** The check that an entry of {@code x-rules} describes. */
    static Check of(Rule rule) {
        String field = rule.field();
        return switch (rule.kind()) {
            case "customFields" -> new KnownCustomFields(field);
            case "memberOf" -> new MemberOf(field, rule.text("place"));
            case "oneKindOfChild" -> new OneKindOfChild(field, rule.text("other"));
            case "onScale" -> new OnScale(field);
            case "samePlace" -> new SamePlace(field, rule.text("place"), rule.texts("its"));
            case "uniqueIn" -> new UniqueIn(field, rule.text("key"));
            case "visibleParent" -> new VisibleParent(field, rule.text("told"));
            default -> throw new IllegalArgumentException("no kind of rule is called " + rule.kind());
        };
    }

    /** The elements of an array; none for any other value. */
    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /**
     * What a check looks at.
     *
     * @param rule the rule that looks
     * @param why what is wrong with a record that fails
     * @param stored the record before the write; null for a new one
     */
    record Subject(
            RuleId rule,
            String why,
            Context context,
            @Nullable Row stored,
            Row row) {

        Optional<Violation> invalid(String field) {
            return Optional.of(Violation.invalid(row.resource().field(field), rule, why));
        }

        /** The record that a reference field names, if there is one. */
        Optional<Row> named(String field) {
            Field reference = row.resource().field(field);
            Object value = row.get(reference);
            return value == null
                    ? Optional.empty()
                    : context.world().resolve(reference.reference().orElseThrow(), value, row);
        }
    }
}
