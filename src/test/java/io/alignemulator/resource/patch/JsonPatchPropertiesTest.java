package io.alignemulator.resource.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.alignemulator.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every patch. */
@Rule("WRIT-03")
class JsonPatchPropertiesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property
    void anyPatchYieldsATreeOrAPatchExceptionAndLeavesTheDocumentAlone(
            @ForAll("objects") JsonNode document, @ForAll("patches") JsonNode patch, @ForAll KeyMatching spelling) {
        JsonNode before = document.deepCopy();
        try {
            assertNotNull(JsonPatch.parse(patch).apply(document, spelling));
        } catch (PatchException expected) {
            assertNotNull(expected.getMessage());
        }
        assertEquals(before, document);
    }

    @Property
    void aValidPatchAppliesAsItsOperationsOneByOneAndLeavesTheDocumentAlone(
            @ForAll("objects") JsonNode document,
            @ForAll("values") JsonNode value,
            @ForAll @Size(max = 12) List<Integer> choices) {
        JsonNode before = document.deepCopy();
        ArrayNode patch = NODES.arrayNode();
        JsonNode current = document.deepCopy();
        for (int choice : choices) {
            ObjectNode operation = validOperation(current, value, choice);
            patch.add(operation);
            current = JsonPatch.parse(NODES.arrayNode().add(operation)).apply(current, KeyMatching.EXACT);
        }
        assertEquals(current, JsonPatch.parse(patch).apply(document, KeyMatching.EXACT));
        assertEquals(before, document);
    }

    @Property
    void whatWasAddedPassesItsTestAndDisappearsWhenRemoved(
            @ForAll("objects") JsonNode document, @ForAll("values") JsonNode value) {
        ArrayNode patch = NODES.arrayNode()
                .add(operation("add", "/new").set("value", value))
                .add(operation("test", "/new").set("value", value))
                .add(operation("remove", "/new"));
        assertEquals(document, JsonPatch.parse(patch).apply(document, KeyMatching.EXACT));
    }

    /** An operation that must succeed on the document: on a pointer that is there, or into a container that is there. */
    private static ObjectNode validOperation(JsonNode document, JsonNode value, int choice) {
        int number = choice & Integer.MAX_VALUE;
        List<String> pointers = new ArrayList<>();
        collect(document, "", pointers);
        String target = pointers.get(number / 6 % pointers.size());
        if (target.isEmpty()) {
            return operation("add", "/new").set("value", value);
        }
        return switch (number % 6) {
            case 0 -> operation("add", target).set("value", value);
            case 1 -> operation("remove", target);
            case 2 -> operation("replace", target).set("value", value);
            case 3 -> operation("test", target).set("value", document.at(target));
            case 4 -> operation("copy", "/new").put("from", target);
            default -> operation("move", "/new").put("from", target.startsWith("/new/") ? "/new" : target);
        };
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        pointers.add(pointer);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            collect(member.getValue(), pointer + "/" + escaped(member.getKey()), pointers);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, pointers);
        }
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return values(2);
    }

    private static Arbitrary<JsonNode> values(int depth) {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                Arbitraries.integers().between(-2, 2).map(NODES::numberNode),
                Arbitraries.of(0.0, 1.0, 2.5).map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.of("", "a", "A").map(NODES::stringNode),
                Arbitraries.just(NODES.nullNode()));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<JsonNode> arrays = values(depth - 1).list().ofMaxSize(3).map(elements -> NODES.arrayNode()
                .addAll(elements));
        return Arbitraries.oneOf(scalars, arrays, objects(depth));
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return objects(3);
    }

    private static Arbitrary<JsonNode> objects(int depth) {
        return Arbitraries.maps(names(), values(depth - 1)).ofMaxSize(4).map(members -> NODES.objectNode()
                .setAll(members));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("", "a", "A", "b", "0", "1", "01", "-", "a/b", "m~n", "é");
    }

    @Provide
    Arbitrary<JsonNode> patches() {
        Arbitrary<String> ops = Arbitraries.of("add", "remove", "replace", "move", "copy", "test", "Add", "spam");
        Arbitrary<JsonNode> operations = Combinators.combine(ops, paths(), paths(), values())
                .as((op, path, from, value) ->
                        operation(op, path).put("from", from).set("value", value));
        Arbitrary<JsonNode> lists = Arbitraries.frequencyOf(Tuple.of(20, operations), Tuple.of(1, values()))
                .list()
                .ofMaxSize(6)
                .map(elements -> NODES.arrayNode().addAll(elements));
        return Arbitraries.frequencyOf(Tuple.of(20, lists), Tuple.of(1, values()));
    }

    private static Arbitrary<String> paths() {
        Arbitrary<String> pointers = names().list().ofMaxSize(4).map(segments -> segments.stream()
                .map(segment -> "/" + escaped(segment))
                .reduce("", String::concat));
        Arbitrary<String> anything = Arbitraries.strings().withChars("/~01a-").ofMaxLength(6);
        return Arbitraries.frequencyOf(Tuple.of(5, pointers), Tuple.of(1, anything));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static ObjectNode operation(String op, String path) {
        return NODES.objectNode().put("op", op).put("path", path);
    }
}
