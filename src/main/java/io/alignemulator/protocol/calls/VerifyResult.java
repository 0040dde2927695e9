package io.alignemulator.protocol.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.util.List;

/** Whether calls were made as often as expected. */
@Doc("Whether calls were made as often as expected")
public record VerifyResult(
        @Doc("Whether they were") boolean verified,
        @Doc("The same for people, with what differs") String text,
        @Doc("How many such calls there are") int count,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Doc("Their numbers")
        List<Long> matched,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Doc("When there are too few: the calls that come closest")
        List<NearMiss> nearMisses) {

    public VerifyResult {
        matched = Limits.list(matched);
        nearMisses = Limits.list(nearMisses);
    }

    /** A call that is not meant, and why not. */
    @Doc("A call that is not meant, and why not")
    public record NearMiss(
            @Doc("Of the exchange") long number,
            @Doc("The exchange on one line") String call,
            @Doc("One line a condition that does not hold") List<String> differences) {

        public NearMiss {
            differences = Limits.list(differences);
        }
    }
}
