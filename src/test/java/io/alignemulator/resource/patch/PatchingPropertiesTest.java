package io.alignemulator.resource.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.body.BodyReader;
import io.alignemulator.resource.body.BodyShape;
import io.alignemulator.resource.body.Conversions;
import io.alignemulator.resource.body.NetText;
import io.alignemulator.resource.body.Options;
import io.alignemulator.resource.body.PatchReader;
import io.alignemulator.resource.body.Target;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings.JsonReading;
import io.alignemulator.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Laws of JSON Patch over the columns of the catalogue. */
class PatchingPropertiesTest {

    private static final Options OPTIONS = new Options(Instant.parse("2026-11-24T12:00:00Z"), JsonReading.SITE, true);
    private static final List<Resource> RESOURCES =
            Catalogue.load().resources().stream().filter(Resource::isServed).toList();

    @Provide
    Arbitrary<Resource> resources() {
        return Arbitraries.of(RESOURCES);
    }

    /** Patches on fields of any resource: those of another are not found. */
    @Provide
    Arbitrary<String> patches() {
        Arbitrary<String> heads = Arbitraries.of(RESOURCES.stream()
                .flatMap(resource -> resource.fields().stream())
                .map(Field::name)
                .distinct()
                .toList());
        Arbitrary<String> tails = Arbitraries.of("", "", "", "/0", "/-", "/1", "/+0", "/0/value", "/0/releaseId", "/x");
        Arbitrary<String> paths = Combinators.combine(heads, tails).as((head, tail) -> "/" + head + tail);
        Arbitrary<String> ops = Arbitraries.of("add", "replace", "remove", "move", "copy", "test", "5", "nope");
        Arbitrary<String> values = Arbitraries.of(
                "5",
                "5.0",
                "\"5\"",
                "\"text\"",
                "true",
                "null",
                "\"2026-01-01T10:00:00+02:00\"",
                "[1]",
                "[\"2\"]",
                "[{\"releaseId\":1}]",
                "{\"value\":5}",
                "[]",
                "{}",
                "\"1,5\"",
                "[null]",
                "[{\"customfield_90779\":[{\"value\":\"x\"}]}]");
        return Combinators.combine(ops, paths, paths, values)
                .as((op, path, from, value) -> "{\"op\":\"" + op + "\",\"path\":\"" + path + "\",\"from\":\"" + from
                        + "\",\"value\":" + value + "}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(all -> "[" + String.join(",", all) + "]");
    }

    private static Optional<JsonNode> converted(String json, Field field, Resource resource) {
        return BodyReader.convert(json, Target.of(field, resource.name()), resource.name(), new Conversions(OPTIONS));
    }

    /** A record without a value; numbers that cannot be null are 0. */
    private static ObjectNode blank(Resource resource) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (Field field : resource.fields()) {
            String unset = field.isArray() ? "[]" : field.nullable() ? "null" : "0";
            record.set(field.name(), converted(unset, field, resource).orElseGet(JsonNodeFactory.instance::nullNode));
        }
        return record;
    }

    /** Whether the whole patch can be applied. */
    private static boolean isApplied(Resource resource, ObjectNode record, String patch) {
        try {
            new Patching(
                            record,
                            BodyShape.of(resource),
                            PatchReader.read(patch, resource.name()),
                            new Conversions(OPTIONS),
                            Set.of(),
                            Work.unbounded())
                    .apply();
            return true;
        } catch (PatchException e) {
            return false;
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    @Rule({"PTCH-02", "ROBU-01"})
    void whatAPatchLeavesHasTheTypesOfTheModel(
            @ForAll("resources") Resource resource, @ForAll("patches") String patch) {
        ObjectNode record = blank(resource);
        isApplied(resource, record, patch);
        for (Map.Entry<String, JsonNode> member : record.properties()) {
            JsonNode held = member.getValue();
            if (!held.isNull()) {
                assertEquals(
                        Optional.of(held),
                        converted(NetText.json(held), resource.field(member.getKey()), resource),
                        member.getKey() + " after " + patch);
            }
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    @Rule("PTCH-05")
    void aTestOfWhatIsThereHolds(@ForAll("resources") Resource resource, @ForAll("patches") String patch) {
        ObjectNode record = blank(resource);
        isApplied(resource, record, patch);
        ObjectNode before = record.deepCopy();
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            Field field = resource.field(member.getKey());
            boolean tested = !field.is(Field.Trait.HIDDEN)
                    && (!member.getValue().isNull()
                            || Target.of(field, resource.name()).nullable());
            String test = "[{\"op\":\"test\",\"path\":\"/" + member.getKey() + "\",\"value\":"
                    + NetText.json(member.getValue()) + "}]";
            assertTrue(!tested || isApplied(resource, record, test), test + " after " + patch);
        }
        assertEquals(before, record);
    }
}
