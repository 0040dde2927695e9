package io.alignemulator.resource.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.resource.body.token.ReadException;
import io.alignemulator.resource.body.token.SiteReader;
import io.alignemulator.resource.body.token.Wanted;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings.JsonReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import tools.jackson.databind.JsonNode;

/** Laws of the reader of bodies, over the columns of the catalogue and over any text. */
class BodyReaderPropertiesTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Options OPTIONS = new Options(Instant.parse("2026-11-24T12:00:00Z"), JsonReading.SITE, true);

    /** Every field of every resource that clients reach. */
    @Provide
    Arbitrary<Tuple2<String, Field>> columns() {
        List<Tuple2<String, Field>> columns = CATALOGUE.resources().stream()
                .filter(Resource::isServed)
                .flatMap(resource -> resource.fields().stream().map(field -> Tuple.of(resource.name(), field)))
                .toList();
        return Arbitraries.of(columns);
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.doubles().between(-1e9, 1e9).map(String::valueOf),
                Arbitraries.of("true", "false", "null", "NaN", "1e400", "012", "0x1F", "-Infinity", "undefined", "5.0"),
                Arbitraries.integers().map(number -> "\" " + number + "\""),
                Arbitraries.of(
                        "\"1,5\"",
                        "\"\"",
                        "\"true\"",
                        "\"2026-01-01\"",
                        "\"01/02/2026\"",
                        "'2026-01-01T10:00:00.120+02:00'",
                        "\"/Date(5)/\""),
                Arbitraries.strings().alpha().map(text -> '"' + text + '"'));
        Arbitrary<String> lists = scalars.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]");
        Arbitrary<String> objects = scalars.map(value -> "{\"releaseId\":" + value + ",\"value\":" + value + "}");
        return Arbitraries.oneOf(scalars, lists, objects, objects.map(one -> "[" + one + ",null]"));
    }

    private static Optional<JsonNode> convert(String text, Target target, String resource) {
        return BodyReader.convert(text, target, resource, new Conversions(OPTIONS));
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    @Rule({"BODY-01", "PTCH-02"})
    void aValueThatWasConvertedIsConvertedToItself(
            @ForAll("columns") Tuple2<String, Field> column, @ForAll("values") String value) {
        Target target = Target.of(column.get2(), column.get1());
        Optional<JsonNode> once = convert(value, target, column.get1());
        once.ifPresent(read -> assertEquals(once, convert(NetText.json(read), target, column.get1()), value));
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    @Rule("BODY-06")
    void aBodyIsReadOrTellsWhatIsWrongWithIt(
            @ForAll("columns") Tuple2<String, Field> column, @ForAll("values") String value) {
        String body = "{\"" + column.get2().name() + "\":" + value + "}";
        Reading reading = BodyReader.read(body, BodyShape.of(CATALOGUE.resource(column.get1())), OPTIONS);
        boolean converted = column.get2().is(Field.Trait.HIDDEN)
                || convert(value, Target.of(column.get2(), column.get1()), column.get1())
                        .isPresent();
        assertEquals(converted, reading.errors().isEmpty(), body);
        reading.errors()
                .values()
                .forEach(sentences -> sentences.forEach(sentence -> assertTrue(sentence.endsWith("."), sentence)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "'",
                        "title",
                        "\"budget\"",
                        "releaseIds",
                        "points",
                        "1",
                        "0x",
                        "-",
                        ".",
                        "e",
                        "t",
                        "true",
                        "null",
                        "nu",
                        "undefined",
                        "NaN",
                        "/",
                        "/*",
                        "*/",
                        "//",
                        "\n",
                        "\\",
                        "\\u12",
                        " ",
                        "\u0000",
                        "x")
                .list()
                .ofMaxSize(24)
                .map(parts -> parts.stream().collect(Collectors.joining()));
    }

    @Example
    @Rule({"BODY-06", "ROBU-01"})
    void aBodyThatEndsWithinAnEscapeIsRefusedWithASentence() {
        BodyShape shape = BodyShape.of(CATALOGUE.resource("Epic"));
        for (String cut :
                List.of("{\"title\": \"\\u1", "{\"title\": \"\\u12x", "{\"title\": \"\\u00zz\"}", "{\"title\": \"\\")) {
            assertFalse(BodyReader.read(cut, shape, OPTIONS).errors().isEmpty(), cut);
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    @Rule({"BODY-04", "ROBU-01"})
    void noTextIsTooMuchForTheReader(@ForAll("texts") String text) {
        BodyShape shape = BodyShape.of(CATALOGUE.resource("Epic"));
        assertEquals(BodyReader.read(text, shape, OPTIONS), BodyReader.read(text, shape, OPTIONS));
        assertEquals(
                BodyReader.read("{\"title\":\"t\",\"budget\":" + text, shape, OPTIONS)
                        .errors(),
                BodyReader.read("{\"title\":\"t\",\"budget\":" + text, shape, OPTIONS)
                        .errors());
        PatchReader.read(text, "Epic");
        PatchReader.read("[{\"op\":" + text, "Epic");
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.doubles().between(-1e6, 1e6).map(String::valueOf),
                Arbitraries.of("true", "false", "null", "\"\\u00fc\\n\\\"\\/\"", "[]", "{}"),
                Arbitraries.strings().alpha().map(text -> '"' + text + '"'));
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(items -> "[" + String.join(" ,", items) + "]"),
                        inner.list().ofMaxSize(3).map(BodyReaderPropertiesTest::object)),
                0,
                4);
    }

    private static String object(List<String> items) {
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < items.size(); i++) {
            object.append(i == 0 ? "" : ",\n")
                    .append("\"k")
                    .append(i)
                    .append("\": ")
                    .append(items.get(i));
        }
        return object.append('}').toString();
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    @Rule("BODY-04")
    void whatIsJsonIsReadAsJson(@ForAll("documents") String document) {
        SiteReader reader = new SiteReader(document, true);
        reader.read(Wanted.ANY);
        JsonNode read;
        try {
            read = FreeReader.value(reader);
        } catch (ReadException e) {
            assertTrue(e.sentence().contains("MaxDepth"), e.sentence());
            return;
        }
        assertEquals(Json.read(document.getBytes(StandardCharsets.UTF_8)), read);
        assertTrue(!reader.isLenient() && reader.isAtEnd(), document);
    }
}
