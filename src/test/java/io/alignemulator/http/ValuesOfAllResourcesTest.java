package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Conversions that hold of every field of a kind, on the first record of each resource of the demo set. */
@Tag("in-process")
class ValuesOfAllResourcesTest extends BlackBox {

    @Override
    SiteUnderTest start() {
        return EmulatedSite.start(EmulatedSite.SETTINGS.with(ServerSettings.FIXTURES, "demo"));
    }

    /** Path of the first record that a filter lets through. */
    private Optional<String> first(Resource resource, String filter) {
        JsonNode rows = client().get("/" + resource.collection() + "?$top=1" + filter)
                .expect(200)
                .json();
        return rows.valueStream()
                .map(row -> "/" + resource.collection() + "/" + row.path("id"))
                .findFirst();
    }

    static List<Resource> owned() {
        return updatedResources().stream()
                .filter(resource -> resource.find("ownerId")
                        .filter(field -> field.type().isUid() && field.write() == Field.Write.ALWAYS)
                        .isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("owned")
    @Rule({"BODY-01", "PTCH-02"})
    void anOwnerIsNamedByANumberToo(Resource resource) {
        first(resource, "&$filter=ownerId%20ne%20null").ifPresent(path -> {
            ObjectNode record = (ObjectNode) client().read(path);
            String owner = record.path("ownerId").asString();
            client().put(path, record.put("ownerId", Integer.parseInt(owner)).toString())
                    .expect(204);
            client().replace(path, "ownerId", owner).expect(204);
            assertEquals(owner, client().read(path).path("ownerId").asString());
        });
    }

    @ParameterizedTest
    @MethodSource("updatedResources")
    @Rule("PTCH-04")
    void aTextThatLooksLikeATimestampIsRewritten(Resource resource) {
        first(resource, "").ifPresent(path -> {
            List<Field> rewritten = resource.fields().stream()
                    .filter(field -> field.type().kind() == Kind.STRING
                            && field.write() == Field.Write.ALWAYS
                            && field.isPrinted())
                    .filter(field -> isRewritten(path, field.name()))
                    .toList();
            assertTrue(
                    !rewritten.isEmpty() || Bodies.text(resource) == null,
                    () -> "no text of " + resource + " takes one");
        });
    }

    /** False when the field takes no such text. */
    private boolean isRewritten(String path, String field) {
        Answer answer = client().replace(path, field, "\"2026-01-01T12:00:00.500+02:00\"");
        if (answer.status() != 204) {
            assertTrue(answer.expect(400).body().contains(field), () -> field + ": " + answer.body());
            return false;
        }
        assertEquals("2026-01-01T10:00:00.5Z", client().read(path).path(field).asString(), field);
        assertTrue(answer.header("x-emulator-note").contains("PTCH-04"), field);
        return true;
    }
}
