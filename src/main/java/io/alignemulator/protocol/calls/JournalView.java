package io.alignemulator.protocol.calls;

import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.util.Optional;
import java.util.OptionalInt;

/** Which part of the journal is shown, and how. */
@Doc("Which part of the journal is shown, and how")
public record JournalView(
        @Doc(value = "How many exchanges at most; 100 when left out", example = "10")
        OptionalInt limit,

        @Doc(value = "How many to leave out first", example = "20")
        OptionalInt offset,

        @Doc(value = "newest comes first, or oldest", example = "\"newest\"")
        Optional<String> order,

        @Doc(value = "text reads well; json", example = "\"text\"")
        Optional<String> format) {

    public JournalView {
        Limits.from(0, "limit", limit.orElse(0));
        Limits.from(0, "offset", offset.orElse(0));
    }
}
