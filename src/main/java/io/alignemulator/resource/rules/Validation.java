package io.alignemulator.resource.rules;

import com.networknt.schema.Error;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.rules.checks.RecordCheck;
import io.alignemulator.resource.rules.checks.Subject;
import io.alignemulator.resource.rules.entry.Entries;
import io.alignemulator.resource.rules.entry.Entry;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.LimitSettings;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a whole record before it is stored: its schema, what is required, what must be unique, its references and the named rules. Stored
 * values that have gone stale are checked with it, unless the site is set to look only at what was sent.
 */
public final class Validation {

    private final Entries<RecordCheck> checks = new Entries<>(Resource::rules, RecordCheck::of);

    /** By the longest title that a site takes. */
    private final ConcurrentMap<Integer, Schemas> schemas = new ConcurrentHashMap<>();

    /** The fields of a resource of which more is asked than its schema says, by its name. */
    private final ConcurrentMap<String, List<Field>> judged = new ConcurrentHashMap<>();

    /**
     * Everything that is wrong, what is told first in front: types; what the call itself sent; then, by rule WRIT-07, values that are bad by themselves or name no record before
     * what a rule of the whole record follows from them; then in the order of the fields. That a record would leave its writer's places comes last.
     */
    public List<Violation> check(Context context, @Nullable Row stored, Candidate candidate) {
        List<Violation> byReferences = new ArrayList<>();
        List<Violation> byRules = new ArrayList<>();
        checks(context, stored, candidate, byReferences, byRules);
        List<Violation> violations = new ArrayList<>(candidate.misfits());
        violations.addAll(schema(context, candidate));
        for (Field field : judged.computeIfAbsent(candidate.row().resource().name(), name -> judged(candidate))) {
            Violation violation = field(context, stored, candidate.row(), field);
            if (violation != null) {
                violations.add(violation);
            }
        }
        violations.addAll(byReferences);
        violations.addAll(byRules);
        misplaced(context, stored, candidate.row()).ifPresent(violations::add);
        if (violations.isEmpty()) {
            return violations; // as nearly always
        }
        boolean whole = context.settings().get(Settings.WHOLE_ENTITY_VALIDATION) || stored == null;
        boolean sentFirst = context.settings().isOn(RuleId.WRIT_07);
        return violations.stream()
                .filter(violation -> whole
                        || violation.rule() == RuleId.ACCS_10
                        || candidate.sent().contains(violation.field()))
                .sorted(Comparator.<Violation, Boolean>comparing(violation -> violation.rule() == RuleId.ACCS_10)
                        .thenComparing(violation ->
                                sentFirst && stored != null && !candidate.sent().contains(violation.field()))
                        .thenComparing(violation -> !byReferences.contains(violation))
                        .thenComparing(violation -> byRules.contains(violation) == sentFirst)
                        .thenComparing(violation -> violation.field().position()))
                .toList();
    }

    private static List<Field> judged(Candidate candidate) {
        Set<Trait> judged = EnumSet.of(Trait.REQUIRED, Trait.REQUIRED_ON_CREATE, Trait.REQUIRED_OPTION, Trait.UNIQUE);
        return candidate.row().resource().fields().stream()
                .filter(field -> field.write() != Write.NEVER
                        && (field.requiredWhen().isPresent()
                                || !Collections.disjoint(field.traits(), judged)
                                || References.areIn(field)))
                .toList();
    }

    /** Values that were sent and are longer than any that a real site is given; asked before anything else looks at them. */
    public List<Violation> tooLong(Context context, Map<Field, JsonNode> sent) {
        int most = context.settings().get(LimitSettings.TEXT_LIMIT);
        List<Violation> tooLong = new ArrayList<>();
        for (Map.Entry<Field, JsonNode> each : sent.entrySet()) {
            if (length(each.getValue()) > most) {
                tooLong.add(Violation.tooLong(each.getKey(), most));
            }
        }
        return tooLong;
    }

    /** In characters, where what is no text counts as one and so does each key and each element beside it. */
    private static long length(JsonNode value) {
        if (value.isString()) {
            return value.stringValue().length();
        }
        long length = 1;
        for (JsonNode each : value) {
            length += 1 + length(each);
        }
        return length;
    }

    /** What named rules find: those that tell in their own way that a reference leads nowhere, and all others. */
    private void checks(
            Context context,
            @Nullable Row stored,
            Candidate candidate,
            List<Violation> byReferences,
            List<Violation> byRules) {
        Row row = candidate.row();
        Subject subject = new Subject(context, stored, row, candidate.sent());
        for (Entry<RecordCheck> entry : checks.of(row.resource())) {
            if (entry.isAbout(context.settings(), stored, row)) {
                Optional<Field> refused = entry.does().refused(subject);
                if (refused.isPresent()) {
                    (entry.does().isOfTheReference() ? byReferences : byRules)
                            .add(violation(row, refused.get(), entry));
                }
            }
        }
    }

    private static Violation violation(Row row, Field field, Entry<RecordCheck> entry) {
        if (row.get(field) == null) {
            return Violation.required(field, entry.id());
        }
        OptionalInt longest = entry.does().longest();
        return longest.isPresent()
                ? Violation.length(field, 1, longest.getAsInt(), entry.id())
                : Violation.invalid(field, entry.id(), entry.rule().why());
    }

    /** A record does not leave the places where its writer may write; said last, for a reference out of scope is the better reason. */
    private static Optional<Violation> misplaced(Context context, @Nullable Row stored, Row row) {
        return context.access()
                .misplaced(row, stored == null)
                .map(field -> Violation.invalid(
                        field, RuleId.ACCS_10, "no membership of the caller writes a record that lies there"));
    }

    private List<Violation> schema(Context context, Candidate candidate) {
        int titleLimit = context.settings().get(Settings.TITLE_LIMIT);
        Resource resource = candidate.row().resource();
        Schemas known = schemas.computeIfAbsent(titleLimit, Schemas::new);
        List<Field> doubtful = doubtful(known, candidate);
        if (doubtful.isEmpty()) {
            return List.of();
        }
        ObjectNode tree = candidate.tree(doubtful);
        List<Violation> violations = new ArrayList<>();
        for (Error error : known.of(resource).validate(tree)) {
            if (error.getInstanceLocation().getNameCount() > 0) {
                Field field = resource.field(
                        String.valueOf(error.getInstanceLocation().getElement(0)));
                Violation violation = violation(field, error, tree, titleLimit);
                if (context.settings().isOn(violation.rule())) {
                    violations.add(violation);
                }
            }
        }
        return violations;
    }

    /** The fields about which the schema has to be asked. */
    private static List<Field> doubtful(Schemas schemas, Candidate candidate) {
        List<Field> doubtful = new ArrayList<>();
        for (Field field : candidate.base().resource().fields()) {
            if (Schemas.isChecked(field)) {
                JsonNode sent = candidate.overlay().get(field);
                boolean fits = sent == null
                        ? !field.isPrinted()
                                || schemas.surelyHolds(field, candidate.base().get(field))
                        : schemas.surelyHolds(field, sent);
                if (!fits) {
                    doubtful.add(field);
                }
            }
        }
        return doubtful;
    }

    private static Violation violation(Field field, Error error, ObjectNode tree, int titleLimit) {
        if (tree.path(field.name()).isNull() && field.is(Trait.REQUIRED)) {
            return Violation.required(field, RuleId.WRIT_18);
        }
        return switch (error.getKeyword()) {
            case "type", "additionalProperties" -> Violation.wrongType(field);
            case "minLength", "maxLength" -> Violation.length(field, 1, titleLimit, RuleId.WRIT_16);
            default -> Violation.invalid(field, RuleId.WRIT_06, error.getMessage());
        };
    }

    private static @Nullable Violation field(Context context, @Nullable Row stored, Row row, Field field) {
        Object value = row.get(field);
        if (value == null || value.equals("")) {
            RuleId rule = required(context, stored, row, field);
            return rule == null || !context.settings().isOn(rule) ? null : Violation.required(field, rule);
        }
        if (field.is(Trait.UNIQUE) && isTaken(context, row, field, value)) {
            return Violation.invalid(field, RuleId.USER_02, field.name() + " belongs to another record");
        }
        References.Problem problem = References.problem(context, stored, row, field);
        return problem == null ? null : Violation.invalid(field, problem.rule(), field.name() + ": " + problem.why());
    }

    /** The rule that wants a value; null when none does. */
    private static @Nullable RuleId required(Context context, @Nullable Row stored, Row row, Field field) {
        boolean byCondition = field.requiredWhen().isPresent()
                && holds(row, field.requiredWhen().get());
        if (byCondition || (field.is(Trait.REQUIRED) && row.get(field) == null)) {
            return RuleId.WRIT_18;
        }
        if (stored == null && field.is(Trait.REQUIRED_ON_CREATE)) {
            return RuleId.WRIT_09;
        }
        boolean byOption = field.is(Trait.REQUIRED_OPTION) && context.settings().get(Settings.REQUIRED_OPTIONS);
        return byOption ? RuleId.WRIT_19 : null;
    }

    private static boolean holds(Row row, Field.Condition condition) {
        Object value = row.get(condition.field());
        return value != null && condition.values().contains(value);
    }

    private static boolean isTaken(Context context, Row row, Field field, Object value) {
        return context.world().table(row.resource()).find(field.name(), value).stream()
                .anyMatch(other -> other.id() != row.id());
    }
}
