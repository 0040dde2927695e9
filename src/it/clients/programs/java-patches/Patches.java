import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.BinaryOperator;

/** Patches by the maker that the argument names: pairs of documents on standard input, a list of patches on standard output. */
public final class Patches {

    private Patches() {}

    public static void main(String[] args) throws Exception {
        BinaryOperator<JsonNode> maker =
                switch (args[0]) {
                    case "zjsonpatch" -> com.flipkart.zjsonpatch.JsonDiff::asJson;
                    case "json-patch" -> com.github.fge.jsonpatch.diff.JsonDiff::asJson;
                    default -> throw new IllegalArgumentException(args[0]);
                };
        ObjectMapper json = new ObjectMapper();
        ArrayNode patches = json.createArrayNode();
        for (JsonNode pair : json.readTree(System.in)) {
            patches.add(maker.apply(pair.get("before"), pair.get("after")));
        }
        json.writeValue(System.out, patches);
    }
}
