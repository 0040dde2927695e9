package io.alignemulator.drift;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.FieldType;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.drift.Finding.What;
import io.alignemulator.drift.shape.Shape;
import io.alignemulator.drift.shape.Structure;
import io.alignemulator.drift.shape.TextForm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what records look like with what the catalogue says. */
final class RecordComparison {

    /** Where a list is asked for with expand=true. */
    static final String EXPANDED = "expanded";

    private static final List<String> PLAIN_FORM = List.of("REPR-09");
    private static final List<String> OBJECTS = List.of("REPR-10");
    private static final List<String> ALL_KEYS = List.of("REPR-01");
    private static final List<String> REFERENCES = List.of("REPR-02");
    private static final List<String> TIMES = List.of("REPR-03");
    private static final List<String> DECIMALS = List.of("REPR-14");
    private static final List<String> SELF = List.of("ADDR-06");

    private final Findings findings;
    private final String where;

    /** @param where list, record, expanded or write */
    RecordComparison(Findings findings, String where) {
        this.findings = findings;
        this.where = where;
    }

    /** Nothing is said of a place where there was no object. */
    void compare(Structure expected, Shape observed) {
        if (!observed.is("object")) {
            return;
        }
        expected.fields().forEach(field -> field(expected, field, observed));
        observed.keys().keySet().stream()
                .filter(key ->
                        expected.field(key).isEmpty() && expected.added(key).isEmpty() && !key.equals("{dynamic}"))
                .forEach(key -> add(
                        What.EXTRA_KEY,
                        List.of(),
                        expected.name() + "." + key,
                        "not there",
                        kinds(observed.keys().get(key))));
        if (!where.equals(EXPANDED)) {
            order(expected, observed);
        }
        expected.dynamic()
                .ifPresent(each -> value(
                        expected.name() + ".{dynamic}",
                        each.type(),
                        observed.keys().getOrDefault("{dynamic}", Shape.NOTHING)));
    }

    private void add(What what, List<String> rules, String subject, String expected, String observed) {
        findings.add(what, rules, subject, expected, observed, where);
    }

    private static String kinds(@Nullable Shape shape) {
        return shape == null ? "" : String.join(" or ", shape.kinds());
    }

    private void field(Structure owner, Field field, Shape observed) {
        String subject = owner.name() + "." + field.name();
        Shape shape = observed.keys().get(field.name());
        boolean mayBeAway = field.is(Trait.OMIT_WHEN_NULL);
        if (shape == null) {
            if (!mayBeAway) {
                add(What.MISSING_KEY, where.equals(EXPANDED) ? PLAIN_FORM : List.of(), subject, "there", "not there");
            }
            return;
        }
        if (observed.sometimes().contains(field.name()) && !mayBeAway) {
            add(What.MISSING_KEY, ALL_KEYS, subject, "there", "not there in some records");
        }
        boolean nullable = field.nullable() || (!where.equals("record") && field.is(Trait.NULL_IN_LIST));
        if (shape.is("null") && !nullable) {
            add(What.NULL, List.of(), subject, "never null", "null");
        }
        value(subject, field.type(), shape);
        confirm(subject, field, shape);
    }

    private void value(String subject, FieldType type, Shape shape) {
        String expected = kind(type.kind());
        shape.kinds().stream()
                .filter(kind -> !kind.equals("null") && !kind.equals(expected))
                .forEach(kind -> add(What.TYPE, ofType(type, kind), subject, expected, kind));
        if (type.kind() == Kind.DATE_TIME) {
            shape.forms().stream()
                    .filter(form -> !form.equals(TextForm.TIME))
                    .forEach(form -> add(What.DATE_FORM, TIMES, subject, TextForm.TIME, form));
        }
        Optional<Structure> below = Structure.of(type);
        Optional<Shape> items = type.isArray() ? shape.items() : Optional.of(shape);
        below.ifPresent(each -> items.ifPresent(of -> compare(each, of)));
        type.items()
                .filter(kind -> kind != Kind.OBJECT)
                .ifPresent(kind -> items.ifPresent(of -> of.kinds().stream()
                        .filter(each -> !each.equals(kind(kind)))
                        .forEach(each -> add(What.TYPE, List.of(), subject + "[]", kind(kind), each))));
    }

    private static List<String> ofType(FieldType type, String observed) {
        if (type.kind() == Kind.NUMBER && observed.equals("integer")) {
            return DECIMALS;
        }
        return type.isUid() || type.format().equals("flag") ? REFERENCES : List.of();
    }

    private static String kind(Kind kind) {
        return kind == Kind.DATE_TIME ? "string" : kind.name().toLowerCase(Locale.ROOT);
    }

    private void confirm(String subject, Field field, Shape shape) {
        FieldType type = field.type();
        boolean withValue = shape.is(kind(type.kind()));
        findings.field(subject, withValue);
        if (withValue && type.kind() == Kind.DATE_TIME) {
            findings.confirm(TIMES, true);
        }
        if (withValue && type.kind() == Kind.NUMBER) {
            findings.confirm(DECIMALS, true);
        }
        if (withValue && (type.isUid() || type.format().equals("flag"))) {
            findings.confirm(REFERENCES, true);
        }
    }

    /** What expand=true adds: an object or a list of them; absent ones may be left out. */
    void expanded(Structure expected, Shape observed) {
        expected.added().forEach(each -> {
            Shape shape = observed.keys().getOrDefault(each.key(), Shape.NOTHING);
            String kind = each.many() ? "array" : "object";
            String subject = expected.name() + ".x-expand." + each.key();
            shape.kinds().stream()
                    .filter(other -> !other.equals("null") && !other.equals(kind))
                    .forEach(other -> add(What.TYPE, List.of(), subject, kind, other));
            if (shape.is(kind)) {
                findings.field(subject, true);
                findings.confirm(OBJECTS, true);
            }
        });
        if (observed.is("object")) {
            findings.confirm(PLAIN_FORM, true);
        }
    }

    /** The keys that both know have to follow each other as the catalogue has them. */
    private void order(Structure expected, Shape observed) {
        List<String> wanted = expected.fields().stream().map(Field::name).toList();
        for (List<String> sequence : observed.orders()) {
            List<String> seen = sequence.stream().filter(wanted::contains).toList();
            List<String> same = wanted.stream().filter(seen::contains).toList();
            if (!seen.equals(same)) {
                List<String> rules = observed.orders().size() > 1 ? ALL_KEYS : List.of();
                add(What.KEY_ORDER, rules, expected.name(), moved(same, seen), moved(seen, same));
            }
        }
        if (observed.orders().size() == 1 && observed.sometimes().isEmpty()) {
            findings.confirm(ALL_KEYS, true);
        }
    }

    /** Where a key stands in the first list if it is the only one that stands elsewhere in the other; else the first key that does. */
    private static String moved(List<String> keys, List<String> others) {
        List<String> elsewhere = keys.stream()
                .filter(key -> without(keys, key).equals(without(others, key)))
                .toList();
        String key = elsewhere.isEmpty()
                ? keys.stream()
                        .filter(each -> keys.indexOf(each) != others.indexOf(each))
                        .findFirst()
                        .orElse("")
                : elsewhere.stream().sorted().findFirst().orElse("");
        int at = keys.indexOf(key);
        return key + (at == 0 ? " first" : " behind " + keys.get(at - 1)) + (elsewhere.isEmpty() ? ", and others" : "");
    }

    private static List<String> without(List<String> keys, String key) {
        return keys.stream().filter(each -> !each.equals(key)).toList();
    }

    /** Where the addresses of records point. */
    void self(Structure expected, Shape observed) {
        Shape self = observed.keys().get("self");
        if (self == null || expected.field("self").isEmpty()) {
            return;
        }
        String wanted = "{site}{base}{list}/{number}";
        new TreeSet<>(self.forms())
                .stream()
                        .filter(form -> !form.equals(wanted))
                        .forEach(form -> add(What.ADDRESS_FORM, SELF, expected.name() + ".self", wanted, form));
        if (self.forms().contains(wanted)) {
            findings.confirm(SELF, true);
        }
    }
}
