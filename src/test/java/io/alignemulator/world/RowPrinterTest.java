package io.alignemulator.world;

import static io.alignemulator.world.Rows.object;
import static io.alignemulator.world.Rows.row;
import static io.alignemulator.world.Rows.with;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Json;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.settings.Settings.DateFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Rules REPR: every key of the record in a fixed order, nulls explicit, decimals with a fraction, dates in the site's format. */
class RowPrinterTest {

    private static final Instant NOON = Instant.parse("2024-05-28T12:00:00.040Z");

    @Test
    void aRegionPrintsItsKeysInOrderWithNullsAndWithoutSelf() {
        Row region = row("Region", 7, "name", "North", "lastUpdatedDate", NOON, "self", "http://example.com/regions/7");
        assertEquals(
                "{\"id\":7,\"name\":\"North\",\"code\":null,\"flag\":null,\"lastUpdatedDate\":\"2024-05-28T12:00:00.040Z\"",
                printed(region, DateFormat.MILLIS, false));
        assertThat(printed(region, DateFormat.SECONDS, false), endsWith(":\"2024-05-28T12:00:00Z\""));
    }

    @ParameterizedTest
    @CsvSource({
        "240, 240.0",
        "0, 0.0",
        "-0.0, 0.0",
        "0.1, 0.1",
        "-74.5, -74.5",
        "1e14, 100000000000000.0",
        "999999999999999, 999999999999999.0",
        "-1e14, -100000000000000.0",
        "1e15, 1.0E15",
        "1e300, 1.0E300",
        "0.001, 0.001",
        "0.00001, 0.00001",
        "123456.789, 123456.789",
        "33.3, 33.3"
    })
    void decimalsPrintWithAFraction(double number, String text) {
        Row defect = row("Defect", 1, "pointsEstimate", number);
        assertThat(printed(defect, DateFormat.MILLIS, false) + ",", containsString("\"pointsEstimate\":" + text + ","));
    }

    @Test
    void textPrintsAsItIsInUtf8() {
        Row region = row("Region", 1, "name", "Zürich \"東京\" 😀 \\ / \n \u0001");
        JsonNode json = json(region, false);
        assertEquals(region.get("name"), json.path("name").asString());
        assertThat(printed(region, DateFormat.MILLIS, false), containsString("Zürich \\\"東京\\\" "));
    }

    @Test
    void aKeyThatIsLeftOutWhenNullIsThereWhenItIsNot() {
        Row epic = row("Epic", 1);
        assertTrue(json(epic, false).path("score").isMissingNode());
        Row scored = with(epic, "score", object("score", 74.0));
        assertEquals("74.0", json(scored, false).path("score").path("score").toString());
        assertTrue(json(scored, false).path("score").path("cost").isNull());
    }

    @Test
    void aNestedKeyThatIsLeftOutWhenNullIsThereWhenItIsNot() {
        Row story = row(
                "Story",
                1,
                "customFields",
                List.of(
                        object(
                                "customfield_00001",
                                List.of(object("value", "x", "id", null), object("value", "y", "id", 3L))),
                        object("customfield_00002", null)));
        assertEquals(
                "[{\"customfield_00001\":[{\"value\":\"x\"},{\"value\":\"y\",\"id\":3}]},{\"customfield_00002\":null}]",
                json(story, false).path("customFields").toString());
    }

    @Test
    void theCustomFieldsOfAFeatureAreNullInAList() {
        Row feature = row("Feature", 1, "customFields", List.of(object("customfield_00001", null)));
        assertTrue(json(feature, true).path("customFields").isNull());
        assertEquals(
                "[{\"customfield_00001\":null}]",
                json(feature, false).path("customFields").toString());
        Row plain = row("Feature", 1);
        assertTrue(json(plain, true).path("customFields").isNull());
        assertEquals("[]", json(plain, false).path("customFields").toString());
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(
                printed(row("User", 1, "password", "secret"), DateFormat.MILLIS, false), not(containsString("secret")));
    }

    @Test
    void aRowRemembersEachOfItsForms() {
        Row feature = row("Feature", 1, "createDate", NOON);
        List<byte[]> forms = new ArrayList<>();
        for (DateFormat dates : DateFormat.values()) {
            for (boolean inList : new boolean[] {false, true}) {
                byte[] form = RowPrinter.open(feature, dates, inList);
                assertSame(form, RowPrinter.open(feature, dates, inList));
                forms.forEach(other -> assertNotSame(other, form));
                forms.add(form);
            }
        }
        assertNotSame(forms.get(0), RowPrinter.open(with(feature, "title", "other"), DateFormat.MILLIS, false));
        Row region = row("Region", 1);
        assertSame(RowPrinter.open(region, DateFormat.MILLIS, false), RowPrinter.open(region, DateFormat.MILLIS, true));
    }

    @Test
    void aStoredRecordIsTheWholeObject() {
        Row region = row("Region", 7, "name", "North", "lastUpdatedDate", NOON);
        assertEquals(
                "{\"id\":7,\"name\":\"North\",\"code\":null,\"flag\":null,\"lastUpdatedDate\":\"2024-05-28T12:00:00.040Z\"}",
                new String(RowPrinter.stored(region), StandardCharsets.UTF_8));
    }

    @Test
    void onlyRecordsThatTellTheirAddressHaveOne() {
        assertTrue(RowPrinter.hasSelf(Rows.CATALOGUE.resource("Region")));
        assertFalse(RowPrinter.hasSelf(Rows.CATALOGUE.resource("CustomFieldDefinition")));
    }

    static List<Resource> resources() {
        return Rows.CATALOGUE.resources();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void anEmptyRecordOfEachResourcePrintsItsKeysInTheirOrder(Resource resource) {
        Row blank = row(resource.name(), 1);
        List<String> expected = resource.fields().stream()
                .filter(field -> field.isPrinted() && !field.name().equals("self"))
                .filter(field -> blank.get(field) != null || !field.is(Field.Trait.OMIT_WHEN_NULL))
                .map(Field::name)
                .toList();
        assertEquals(expected, List.copyOf(json(blank, false).propertyNames()));
    }

    private static String printed(Row row, DateFormat dates, boolean inList) {
        return new String(RowPrinter.open(row, dates, inList), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Row row, boolean inList) {
        return Json.read((printed(row, DateFormat.MILLIS, inList) + "}").getBytes(StandardCharsets.UTF_8));
    }
}
