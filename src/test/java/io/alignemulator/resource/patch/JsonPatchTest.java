package io.alignemulator.resource.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.alignemulator.resource.patch.PatchException.Kind;
import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** RFC 6902 to the letter, and the liberties of rule WRIT-03. */
@Rule({"WRIT-03", "EMUL-24"})
class JsonPatchTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Stream<Named<PatchCase>> standardCases() {
        return PatchCase.in("cases.json");
    }

    static Stream<Named<PatchCase>> vendorCases() {
        return PatchCase.in("cases-vendor.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("standardCases")
    void patchesAsTheStandardSays(PatchCase standardCase) {
        run(standardCase, KeyMatching.EXACT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vendorCases")
    void patchesAsTheVendorDoes(PatchCase vendorCase) {
        run(vendorCase, KeyMatching.ANY_CASE);
    }

    private static void run(PatchCase one, KeyMatching spelling) {
        assumeFalse(one.disabled());
        JsonNode document = one.document();
        JsonNode patch = one.patch();
        if (one.fails()) {
            PatchException failure = assertThrows(
                    PatchException.class, () -> JsonPatch.parse(patch).apply(document, spelling));
            assertEquals(one.error(), failure.kind());
            assertEquals(one.field(), failure.field().orElse(null));
        } else {
            assertEquals(one.expected(), JsonPatch.parse(patch).apply(document, spelling));
        }
        assertEquals(one.document(), document, "the document was modified");
        assertEquals(one.patch(), patch, "the patch was modified");
    }

    @Test
    void keepsTheOrderOfARecordsKeys() {
        JsonNode record = json("{'id': 1, 'title': 'a', 'tags': 'x', 'self': 'u'}");
        JsonNode patched = patch("[{'op': 'remove', 'path': 'title'}, {'op': 'move', 'from': 'tags', 'path': 'TITLE'},"
                        + " {'op': 'add', 'path': 'Tags', 'value': 'y'}]")
                .apply(record, KeyMatching.ANY_CASE);
        assertEquals("{\"id\":1,\"title\":\"x\",\"tags\":\"y\",\"self\":\"u\"}", patched.toString());
    }

    @Test
    void listsItsOperationsInOrder() {
        JsonPatch patch =
                patch("[{'op': 'ADD', 'path': 'a', 'value': null}, {'op': 'copy', 'from': '/a', 'path': '/b'}]");
        assertEquals(
                List.of(
                        new Operation(Operation.Kind.ADD, "a", null, NODES.nullNode()),
                        new Operation(Operation.Kind.COPY, "/b", "/a", null)),
                patch.operations());
    }

    @Test
    void anOperationWithoutWhatItsKindNeedsCannotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> new Operation(Operation.Kind.ADD, "/a", null, null));
        assertThrows(IllegalArgumentException.class, () -> new Operation(Operation.Kind.MOVE, "/a", null, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Operation(Operation.Kind.REMOVE, "/a", null, NODES.nullNode()));
    }

    @Test
    void theResultSharesNothingWithTheDocumentOrThePatch() {
        JsonNode document = json("{'kept': [1]}");
        JsonPatch patch = patch("[{'op': 'add', 'path': '/added', 'value': [2]}]");
        JsonNode result = patch.apply(document, KeyMatching.EXACT);
        ((ArrayNode) result.get("kept")).add("changed");
        ((ArrayNode) result.get("added")).add("changed");
        assertEquals(json("{'kept': [1]}"), document);
        assertEquals(json("{'kept': [1], 'added': [2]}"), patch.apply(document, KeyMatching.EXACT));
    }

    @Test
    void aDeeplyNestedValueIsFine() {
        ObjectNode operation = operation("add", "/a").set("value", nested(PatchBudget.MAX_DEPTH - 2));
        JsonNode result = JsonPatch.parse(NODES.arrayNode().add(operation)).apply(json("{}"), KeyMatching.EXACT);
        assertEquals(operation.get("value"), result.get("a"));
    }

    @Test
    void aValueNestedBeyondWhatCanBeWrittenIsRefused() {
        ArrayNode patch = NODES.arrayNode().add(operation("add", "/a").set("value", nested(PatchBudget.MAX_DEPTH - 1)));
        assertMalformed(patch, "{}", "a");
    }

    @Test
    void addingOneLevelAtATimeEndsAtTheSameDepth() {
        ArrayNode patch = NODES.arrayNode();
        StringBuilder path = new StringBuilder();
        for (int level = 0; level < PatchBudget.MAX_DEPTH; level++) {
            path.append("/a");
            patch.add(operation("add", path.toString()).set("value", NODES.objectNode()));
        }
        assertMalformed(patch, "{}", "a");
        patch.remove(PatchBudget.MAX_DEPTH - 1);
        assertEquals(nested(PatchBudget.MAX_DEPTH - 1), JsonPatch.parse(patch).apply(json("{}"), KeyMatching.EXACT));
    }

    @Test
    void copiesThatDoubleTheNestingAreRefused() {
        ArrayNode patch = NODES.arrayNode();
        for (int levels = 1; levels < 10_000; levels *= 2) {
            patch.add(operation("copy", "/a" + "/b".repeat(levels)).put("from", "/a"));
        }
        assertMalformed(patch, "{'a': {}}", "a");
    }

    @Test
    void copiesThatDoubleAnArrayAreRefusedBeforeTheyFillTheMemory() {
        ArrayNode patch = NODES.arrayNode();
        for (int i = 0; i < 60; i++) {
            patch.add(operation("copy", "/b/-").put("from", "/a"))
                    .add(operation("copy", "/a/-").put("from", "/b"));
            patch.add(operation("replace", "/b").set("value", NODES.arrayNode()));
            patch.add(operation("copy", "/a/-").put("from", "/a/0"));
        }
        assertMalformed(patch, "{'a': [[1, 2, 3, 4, 5, 6, 7, 8]], 'b': []}", null);
    }

    @Test
    void copiesOfALongTextAreRefusedBeforeTheyFillTheAnswer() {
        ObjectNode document = NODES.objectNode().put("text", "x".repeat(PatchBudget.MAX_CARRIED / 100));
        document.putArray("texts");
        ArrayNode patch = NODES.arrayNode();
        for (int i = 0; i < 100; i++) {
            patch.add(operation("copy", "/texts/-").put("from", "/text"));
        }
        assertMalformed(patch, document.toString(), null);
        patch.remove(0);
        assertEquals(
                99,
                JsonPatch.parse(patch)
                        .apply(document, KeyMatching.EXACT)
                        .get("texts")
                        .size());
    }

    @Test
    void aFailureHasAMessageAndNoStackTrace() {
        PatchException failure = assertThrows(PatchException.class, () -> patch("[{'op': 'remove', 'path': '/a/b'}]")
                .apply(json("{}"), KeyMatching.EXACT));
        assertEquals("nothing is at /a/b", failure.getMessage());
        assertEquals(0, failure.getStackTrace().length);
        assertNull(failure.getCause());
    }

    @Test
    void aPatchThatCannotBeReadSaysWhichOperationIsWrong() {
        PatchException failure = assertThrows(
                PatchException.class, () -> patch("[{'op': 'remove', 'path': '/a'}, {'op': 'replace', 'path': '/a'}]"));
        assertEquals("operation 1 has no value", failure.getMessage());
        assertTrue(failure.field().isEmpty());
    }

    private static void assertMalformed(ArrayNode patch, String document, String field) {
        JsonPatch parsed = JsonPatch.parse(patch);
        PatchException failure =
                assertThrows(PatchException.class, () -> parsed.apply(json(document), KeyMatching.EXACT));
        assertEquals(Kind.MALFORMED, failure.kind(), failure.getMessage());
        assertEquals(field, failure.field().orElse(null));
    }

    /** An object with that many objects within one another, so one level more in all. */
    private static ObjectNode nested(int levels) {
        ObjectNode value = NODES.objectNode();
        for (int i = 0; i < levels; i++) {
            value = NODES.objectNode().set("a", value);
        }
        return value;
    }

    private static ObjectNode operation(String op, String path) {
        return NODES.objectNode().put("op", op).put("path", path);
    }

    private static JsonPatch patch(String singleQuoted) {
        return JsonPatch.parse(json(singleQuoted));
    }

    private static JsonNode json(String singleQuoted) {
        return JsonMapper.shared().readTree(singleQuoted.replace('\'', '"'));
    }
}
