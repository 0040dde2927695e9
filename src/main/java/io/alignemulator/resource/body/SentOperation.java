package io.alignemulator.resource.body;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a JSON Patch as it was sent.
 *
 * @param op the word or number; empty for null
 * @param hasOp whether there is a member of that name
 * @param path empty for null and for none
 * @param from empty for null and for none
 * @param value JSON null for none
 * @param hasValue whether there is a member of that name
 */
public record SentOperation(
        Optional<String> op,
        boolean hasOp,
        Optional<String> path,
        Optional<String> from,
        JsonNode value,
        boolean hasValue) {}
