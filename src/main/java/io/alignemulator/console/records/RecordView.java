package io.alignemulator.console.records;

import io.alignemulator.console.view.Curl;
import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Item;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a record prints.
 *
 * @param collection its name, with the page of its list
 * @param above the records that it hangs on, the highest first
 * @param api where the API has it, below its base; for the scripts
 * @param refusal why whoever looks may not change it; empty where it may be changed
 * @param whole what a PUT would send; empty where the record may not be changed
 * @param below what may be made below it
 */
public record RecordView(
        Frame frame,
        Item item,
        String collection,
        String listHref,
        List<Item> above,
        String api,
        String refusal,
        List<FieldLine> filled,
        List<FieldLine> empty,
        List<Pointing> pointing,
        List<Entry> log,
        boolean hasLog,
        List<String> curls,
        Optional<Whole> whole,
        List<Below> below) {

    /**
     * The record as PUT takes it.
     *
     * @param json what may be written of it, a key a line
     * @param begun the call for a shell, up to its body
     */
    public record Whole(String json, String begun) {

        /** The call for a shell. */
        public String curl() {
            return begun + Curl.quoted(json);
        }
    }

    /**
     * Records that name this one in a field.
     *
     * @param some the first of them
     * @param href the list of all
     */
    public record Pointing(String kind, String field, long count, List<Item> some, String href) {}

    /** A row of the audit log. */
    public record Entry(String time, String who, List<Told> told) {}

    /** A field that a row of the audit log tells of. */
    public record Told(String label, String old, String now) {}

    /** A kind of record that can be made below this one. */
    public record Below(String kind, String href) {}
}
