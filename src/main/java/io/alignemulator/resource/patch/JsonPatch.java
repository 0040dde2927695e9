package io.alignemulator.resource.patch;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A parsed patch document (RFC 6902): operations in order, applied all or not at all. With {@link KeyMatching#EXACT} it is
 * the standard; with {@link KeyMatching#ANY_CASE} the document is a record of the emulated server, which differs as
 * rule WRIT-03 says:
 *
 * <ul>
 *   <li>paths are read with the vendor's liberties;
 *   <li>a record always has all its keys, so removing a field sets it to null, and adding one that it does not have
 *       finds no target;
 *   <li>the record as a whole is no target.
 * </ul>
 *
 * <p>Immutable as long as nobody changes the tree that it was parsed from.
 */
public final class JsonPatch {
    private final List<Operation> operations;

    private JsonPatch(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /**
     * Reads a patch document. The case of member names and of {@code op} values does not matter; unknown members are
     * ignored.
     *
     * @throws PatchException of kind MALFORMED: not an array of objects, {@code op}, {@code path}, {@code value} or
     *     {@code from} missing or not a string where it must be one, unknown {@code op}
     */
    public static JsonPatch parse(JsonNode body) throws PatchException {
        if (!(body instanceof ArrayNode array)) {
            throw PatchException.malformed("a patch is an array of operations");
        }
        List<Operation> operations = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            operations.add(Operation.parse(element, operations.size()));
        }
        return new JsonPatch(operations);
    }

    /** The operations in order. */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * Applies every operation in order to a copy of the document.
     *
     * @return a new tree that shares no container with the document or the patch
     * @throws PatchException of the first operation that fails; the document is as before in any case
     */
    public JsonNode apply(JsonNode document, KeyMatching spelling) throws PatchException {
        Patching patching = new Patching(document.deepCopy(), spelling);
        operations.forEach(patching::apply);
        return patching.result();
    }
}
