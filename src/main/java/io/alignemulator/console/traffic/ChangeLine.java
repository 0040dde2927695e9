package io.alignemulator.console.traffic;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Links;
import io.alignemulator.sandbox.journal.Masking;
import io.alignemulator.values.ValueWriter;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowChange;
import java.util.List;
import java.util.Optional;

/**
 * A record that a call changed.
 *
 * @param record its resource and id
 * @param href its page; empty where there is none
 * @param isServed whether the API has records of this kind at an address of their own
 * @param kind created, changed or removed
 */
public record ChangeLine(String record, String href, boolean isServed, String kind, List<Step> steps) {

    /** A field before and after as JSON; empty for a record that came or went. */
    public record Step(String field, String before, String after) {}

    /** Credentials that became text of a record are masked, as everywhere in the journal. */
    static ChangeLine of(RowChange change, Glance glance, Masking masking) {
        String kind = change.before().isEmpty() ? "created" : change.after().isEmpty() ? "removed" : "changed";
        boolean isThere = glance.eyes()
                .get(change.resource().name(), change.id())
                .filter(row -> row.resource().isServed())
                .isPresent();
        return new ChangeLine(
                change.resource().name() + " " + change.id(),
                isThere ? href(change, glance.links()) : "",
                change.resource().isServed(),
                kind,
                change.fields().stream()
                        .filter(field ->
                                !field.is(Trait.WRITE_ONLY) && !field.name().equals("self"))
                        .filter(field -> kind.equals("changed") || holds(change, field))
                        .map(field -> new Step(
                                field.name(),
                                masking.text(printed(change.before(), field)),
                                masking.text(printed(change.after(), field))))
                        .toList());
    }

    private static String href(RowChange change, Links links) {
        String collection = change.resource().collection();
        return links.record(collection.contains("/") ? change.resource().name() : collection, change.id());
    }

    private static boolean holds(RowChange change, Field field) {
        return change.before().or(change::after).map(row -> row.get(field)).isPresent();
    }

    private static String printed(Optional<Row> row, Field field) {
        return row.map(each -> ValueWriter.text(field.type(), each.get(field))).orElse("");
    }
}
