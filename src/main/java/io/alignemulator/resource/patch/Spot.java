package io.alignemulator.resource.patch;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Something of a record that has parts: what a segment of a path can be done to. Refuses with the framework's sentence. */
interface Spot {

    /** The part that a segment inside a path leads to. */
    Part traverse(String segment);

    /** The part that the last segment names. */
    TypedValue get(String segment);

    void add(String segment, TypedValue value);

    void replace(String segment, TypedValue value);

    void remove(String segment);

    void test(String segment, TypedValue value);

    /**
     * A part of a record.
     *
     * @param value JSON null for none
     * @param spot what its own parts are found by; empty for a value without parts
     */
    record Part(JsonNode value, Optional<Spot> spot) {}
}
