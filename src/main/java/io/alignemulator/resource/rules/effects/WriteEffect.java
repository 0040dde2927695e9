package io.alignemulator.resource.rules.effects;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Rule;
import io.alignemulator.world.Row;
import java.util.List;
import java.util.stream.Stream;

/** Something that follows from a write. A kind of effect knows no resource: the catalogue's {@code x-effects} give it the keys, and the id of the rule by which it acts. */
interface WriteEffect {

    /**
     * What happens to another record.
     *
     * @param of the other record as it is
     * @param field what changes in it
     */
    record Consequence(Row of, Field field, Object value) {}

    /** The record itself, before it is noted who entered which state when. */
    default Row moved(Written written) {
        return written.row();
    }

    /** The record itself, once that is noted. */
    default Row filled(Written written) {
        return written.row();
    }

    /** Whether it is of a kind that does something to other records. */
    default boolean reachesOthers() {
        return false;
    }

    /** What happens to other records once this one is stored, where it {@link #reachesOthers}. */
    default Stream<Consequence> carried(Written written) {
        return Stream.empty();
    }

    /** The effect that an entry of {@code x-effects} describes. */
    static WriteEffect of(Rule rule) {
        String field = rule.field();
        return switch (rule.kind()) {
            case "dated" -> new Dated(field, numbers(rule, "values"), rule.text("date"), numbers(rule, "kept"));
            case "finds" -> new Finds(field, rule.texts("same"), rule.text("at"), rule.texts("between"));
            case "inherits" -> new Inherits(field, rule.text("from"));
            case "lifts" ->
                new Lifts(
                        field,
                        numbers(rule, "values"),
                        rule.text("other"),
                        rule.text("key"),
                        numbers(rule, "from"),
                        numbers(rule, "to").get(0));
            case "stepAndState" ->
                new StepAndState(
                        field,
                        rule.text("state"),
                        new Steps(rule.text("while"), rule.text("key"), rule.text("order"), rule.text("active")));
            case "takesAlong" -> new TakesAlong(field, numbers(rule, "values"), rule.texts("children"));
            default -> throw new IllegalArgumentException("no kind of effect is called " + rule.kind());
        };
    }

    private static List<Long> numbers(Rule rule, String parameter) {
        return rule.texts(parameter).stream().map(Long::valueOf).toList();
    }
}
