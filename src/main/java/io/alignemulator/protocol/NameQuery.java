package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import java.util.Optional;

/** The name of what is made, where a proxy that reads no body sees it. */
@Doc("The name of what is made")
public record NameQuery(
        @Doc(
                value = "As in the body, for a proxy that places sandboxes by their names and reads no body",
                example = "\"my-test\"")
        Optional<String> name) {}
