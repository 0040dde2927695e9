package io.alignemulator.resource.rules.checks;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Rule;
import java.util.Optional;
import java.util.OptionalInt;

/** A check of a whole record. A kind of check knows no resource: the catalogue's {@code x-rules} give it the keys to look at, and the id of the rule that it enforces. */
@FunctionalInterface
public interface RecordCheck {

    /** The field that is refused; empty when the record passes. */
    Optional<Field> refused(Subject subject);

    /** Whether it tells in its own way that a reference leads nowhere, so that nothing of the reference itself is told before. */
    default boolean isOfTheReference() {
        return false;
    }

    /** How many characters it takes, where it looks at the length of a text. */
    default OptionalInt longest() {
        return OptionalInt.empty();
    }

    /** The check that an entry of {@code x-rules} describes. */
    static RecordCheck of(Rule rule) {
        String field = rule.field();
        return switch (rule.kind()) {
            case "atMost" -> new AtMost(field, Long.parseLong(rule.text("max")));
            case "customFields" -> new KnownCustomFields(field, rule.text("in"));
            case "customFieldsInPlace" -> new CustomFieldsInPlace(field, rule.text("in"));
            case "elementsFit" -> new ElementsFit(field, rule.text("key"), rule.text("by"), rule.texts("cases"));
            case "elementsHold" -> new ElementsHold(field, rule.texts("holds"));
            case "elementsPair" -> ElementsPair.of(field, rule);
            case "empty" -> new Empty(field);
            case "inOrder" -> new InOrder(KeyPath.all(rule.texts("keys")));
            case "labelled" ->
                new OneOf(
                        field,
                        (subject, value) ->
                                subject.row().resource().field(field).labels().containsKey(value));
            case "length" -> new Length(field, Integer.parseInt(rule.text("max")));
            case "memberOf" ->
                new MemberOf(
                        field,
                        KeyPath.of(rule.text("member")),
                        rule.text("place"),
                        KeyPath.all(rule.texts("teams")),
                        KeyPath.all(rule.texts("its")));
            case "namedHolds" -> new EveryNamed(field, rule.text("key"), EveryNamed.oneOf(rule.texts("values")));
            case "namedHoldsNot" ->
                new EveryNamed(
                        field,
                        rule.text("key"),
                        EveryNamed.oneOf(rule.texts("values")).negate());
            case "noCycle" -> new NoCycle(field);
            case "noneAdded" -> new NoneAdded(field, rule.text("key"));
            case "notNegative" -> new NotNegative(KeyPath.all(rule.texts("keys")));
            case "oneKindOfChild" ->
                new EveryNamed(field, rule.text("other"), EveryNamed.some().negate());
            case "withChildren" -> new EveryNamed(field, rule.text("other"), EveryNamed.some());
            case "oneOf" ->
                new OneOf(field, (subject, value) -> rule.texts("values").contains(value));
            case "onScale" ->
                new OneOf(
                        field, (subject, value) -> subject.context().settings().lists(rule.text("scale"), value));
            case "pairs" -> new Pairs(field, rule.text("own"), rule.text("key"), rule.texts("cases"));
            case "required" -> new Required(field);
            case "samePlace" ->
                new SamePlace(
                        field,
                        KeyPath.all(rule.texts("place")),
                        KeyPath.all(rule.texts("its")),
                        rule.texts("of"),
                        rule.told());
            case "uniqueIn" -> new UniqueIn(field, rule.text("key"));
            case "visibleParent" -> new VisibleParent(field, rule.told());
            default -> throw new IllegalArgumentException("no kind of rule is called " + rule.kind());
        };
    }
}
