package io.alignemulator.console.records;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One field of a record, as its page prints it.
 *
 * @param values one, or one for each element
 * @param evidence how the key is known
 * @param note who may set it, where not everybody may
 * @param isEditable whether the page offers to change it
 * @param kind JSON kind, which tells the script what to send
 * @param json the value as JSON
 * @param options what it may hold; empty for anything
 */
public record FieldLine(
        String name,
        List<Value> values,
        String evidence,
        String note,
        boolean isEditable,
        String kind,
        String json,
        List<Option> options) {

    /** The closed list as the script reads it: value and words with a tab between them, a line for each. */
    public String optionsText() {
        return options.stream().map(each -> each.value() + "\t" + each.words()).collect(Collectors.joining("\n"));
    }

    /**
     * A value in words.
     *
     * @param href page of the record that it names; empty for none
     * @param aside what is told besides
     */
    public record Value(String text, String href, String aside) {}

    /** A value of a closed list with its meaning. */
    public record Option(String value, String label) {

        /** Value and meaning. */
        public String words() {
            return label.isEmpty() || label.equals(value) ? value : label + " (" + value + ")";
        }
    }
}
