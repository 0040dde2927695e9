package io.alignemulator.protocol.calls;

import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.util.Map;
import java.util.Optional;

/** A record that differs from the beginning, or from a snapshot. */
@Doc("A record that differs from the beginning, or from a snapshot")
public record Change(
        @Doc("Name of the resource, such as Epic") String resource,
        @Doc("Of the record") long id,
        @Doc("created, changed or removed") String kind,

        @Doc("The fields that differ; of a record that came or went what it holds")
        Map<String, Values> fields) {

    public Change {
        fields = Limits.map(fields);
    }

    /**
     * A field before and after, as the REST API prints it.
     *
     * @param before empty for null, and for a record that came
     * @param after empty for null, and for a record that went
     */
    @Doc("A field before and after, as the REST API prints it")
    public record Values(
            @Doc("Left out for a record that came") Optional<Object> before,
            @Doc("Left out for a record that went") Optional<Object> after) {}

    /** Which changes are shown, and how. */
    @Doc("Which changes are shown, and how")
    public record View(
            @Doc(value = "text reads well; json", example = "\"text\"")
            Optional<String> format,

            @Doc(value = "A snapshot to compare with; the beginning when left out", example = "\"before\"")
            Optional<String> since) {}
}
