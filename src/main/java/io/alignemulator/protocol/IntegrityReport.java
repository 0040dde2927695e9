package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.util.List;

/** What must not be in a site. */
@Doc("What must not be in a site")
public record IntegrityReport(
        @Doc("Whether there is nothing") boolean whole,
        @Doc("What there is") List<Finding> findings) {

    public IntegrityReport {
        findings = Limits.list(findings);
    }

    /** Something that must not be. */
    @Doc("Something that must not be")
    public record Finding(
            @Doc("Name of the resource") String resource,

            @Doc("Of the record; 0 when it is about the table")
            long id,

            @Doc("Empty when it is about the record or the table")
            String field,

            @Doc("What is wrong") String sentence) {}
}
