package io.alignemulator.http;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The operation test of a JSON Patch, with which clients write only what they have seen. */
@Tag("in-process")
class PatchTestsTest extends BlackBox {

    @TestFactory
    @Rule("PTCH-05")
    Stream<DynamicTest> whatIsReadHolds() {
        return updatedResources().stream()
                .map(resource -> dynamicTest(resource.name(), () -> holds(client(), resource)));
    }

    @TestFactory
    @Rule({"PTCH-05", "REPR-03"})
    Stream<DynamicTest> whatIsReadHoldsInSecondsToo() {
        return Stream.of(dynamicTest("every resource", () -> {
            try (EmulatedSite seconds = EmulatedSite.with(Settings.DATE_FORMAT, "seconds")) {
                updatedResources().forEach(resource -> holds(seconds.client(), resource));
            }
        }));
    }

    private static void holds(Client client, Resource resource) {
        for (JsonNode row :
                client.get("/" + resource.collection() + "?$top=5").expect(200).json()) {
            String path = "/" + resource.collection() + "/" + row.path("id").asString();
            JsonNode record = client.read(path);
            ArrayNode patch = JsonMapper.shared().createArrayNode();
            record.forEachEntry((key, value) ->
                    patch.addObject().put("op", "test").put("path", "/" + key).set("value", value));
            client.patch(path, patch.toString()).expect(204);
        }
    }
}
