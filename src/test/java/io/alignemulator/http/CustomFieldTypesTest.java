package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Custom fields of every type through POST, PUT and PATCH. */
@Tag("in-process")
class CustomFieldTypesTest extends BlackBox {

    private static final String DEFINITIONS = """
            {"fixtures": {"_customFields": [
              {"id": 11, "resource": "Capability", "key": "customfield_91001", "label": "Text", "type": "text"},
              {"id": 12, "resource": "Capability", "key": "customfield_91002", "label": "Number", "type": "number"},
              {"id": 13, "resource": "Capability", "key": "customfield_91003", "label": "Date", "type": "date"},
              {"id": 14, "resource": "Capability", "key": "customfield_91004", "label": "Several", "type": "list",
                "allowedValues": [{"value": "A", "id": 1}, {"value": "B", "id": 2}]},
              {"id": 15, "resource": "Capability", "key": "customfield_91005", "label": "One", "type": "singleList",
                "allowedValues": [{"value": "A", "id": 1}, {"value": "B", "id": 2}]}]}}""";

    private static final String ITEM = "/Capabilities/5001";

    @BeforeEach
    void define() {
        control("POST", "/import", DEFINITIONS).expect(200);
    }

    private static Arguments value(int field, String values, boolean taken) {
        return Arguments.of("customfield_9100" + field, values.replace('\'', '"'), taken);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                value(1, "[{'value':'words'}]", true),
                value(2, "[{'value':'5'}]", true),
                value(2, "[{'value':'-5.25'}]", true),
                value(2, "[{'value':null}]", true),
                value(2, "[{'value':'five'}]", false),
                value(2, "[{'value':'5'},{'value':'1.2.3'}]", false),
                value(3, "[{'value':'2026-11-20'}]", true),
                value(3, "[{'value':'2026-11-20T10:30:00Z'}]", true),
                value(3, "[{'value':'2026-02-30'}]", false),
                value(3, "[{'value':'tomorrow'}]", false),
                value(4, "[{'value':'A','id':1},{'value':'B','id':2}]", true),
                value(4, "[{'value':'C','id':3}]", false),
                value(5, "[{'value':'B','id':2}]", true),
                value(5, "[]", true),
                value(5, "[{'value':'C','id':3}]", false),
                value(5, "[{'value':'A','id':1},{'value':'B','id':2}]", false));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("values")
    @Rule("CUST-03")
    void aValueIsOfTheTypeOfItsField(String field, String values, boolean taken) {
        String all = all(field, values);
        String sentence = "Cannot update capability with id 5001. Value for customFields is invalid.";
        assertWritten(client().replace(ITEM, "customFields", all), taken, 204, sentence);
        assertHeld(ITEM, field, taken ? values : "null");
        client().replace(ITEM, "customFields", all(field, "null")).expect(204);
        ObjectNode record = (ObjectNode) client().read(ITEM);
        record.set("customFields", JsonMapper.shared().readTree(all));
        assertWritten(client().put(ITEM, record.toString()), taken, 204, sentence);
        assertHeld(ITEM, field, taken ? values : "null");
        Answer made =
                client().post("/Capabilities", "{\"title\":\"t\",\"primaryProgramId\":1,\"customFields\":" + all + "}");
        assertWritten(made, taken, 201, "Cannot create capability. Value for customFields is invalid.");
        if (taken) {
            assertHeld("/Capabilities/" + made.json().asInt(), field, values);
        }
    }

    private static void assertWritten(Answer answer, boolean taken, int status, String sentence) {
        if (taken) {
            answer.expect(status);
        } else {
            answer.expectSentence(400, sentence);
        }
    }

    /** All fields of the kind in their order, one of which has values. */
    private String all(String field, String values) {
        StringBuilder all = new StringBuilder();
        for (JsonNode each : client().read(ITEM + "/editmeta").path("customfields")) {
            String key = each.path("key").asString();
            all.append(all.isEmpty() ? "[" : ",")
                    .append("{\"" + key + "\":")
                    .append(key.equals(field) ? values : "null")
                    .append('}');
        }
        return all.append(']').toString();
    }

    private void assertHeld(String item, String field, String values) {
        String held = client().read(item)
                .path("customFields")
                .valueStream()
                .filter(each -> each.has(field))
                .map(each -> each.path(field).toString())
                .findFirst()
                .orElse("null");
        assertEquals(values, held);
    }

    @Test
    @Rule({"REPR-16", "CUST-03"})
    void editmetaTellsTheTypes() {
        assertEquals(
                "text number date list singleList",
                client().read(ITEM + "/editmeta")
                        .path("customfields")
                        .valueStream()
                        .filter(each -> each.path("key").asString().startsWith("customfield_9100"))
                        .map(each -> each.path("type").asString())
                        .collect(java.util.stream.Collectors.joining(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            customFields/any(c: c/customfield_91001 ne null) | Could not find a property named 'customfield_91001' on type 'Default.CustomField'.
            customfield_91001 eq 'words' | Could not find a property named 'customfield_91001' on type 'Default.Capability'.
            customFields eq null | The operand for a binary operator 'Equal' is not a single value. Binary operators require both operands to be single values.
            customFields/customfield_91001 eq 'words' | The parent value for a property access of a property 'customfield_91001' is not a single value. Property access can only be applied to a single value.
            """)
    @Rule({"FILT-11", "CUST-03"})
    void aListIsNotFilteredByTheValueOfACustomField(String filter, String sentence) {
        client().get("/Capabilities", "$filter", filter).expectSentence(400, "Cannot find capabilities. " + sentence);
    }

    @Test
    @Rule({"FILT-02", "CUST-03"})
    void everyRecordHasAnEntryForEachCustomFieldAlsoForAFilter() {
        client().create("/Capabilities", "{\"title\":\"t\",\"primaryProgramId\":1}");
        assertEquals(
                client().get("/Capabilities").ids(),
                client().get("/Capabilities", "$filter", "customFields/any()").ids());
    }
}
