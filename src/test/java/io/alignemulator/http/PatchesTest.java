package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** JSON Patch with the vendor's liberties. */
@Tag("in-process")
class PatchesTest extends BlackBox {

    @Override
    EmulatedSite start() {
        return EmulatedSite.start(EmulatedSite.SETTINGS, Instant.parse("2026-11-24T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'op':'replace','path':'/title','value':'new'}] | title | \"new\"",
                "[{'op':'replace','path':'title','value':'new'}] | title | \"new\"",
                "[{'op':'replace','path':'/title/','value':'new'}] | title | \"new\"",
                "[{'op':'replace','path':'/TITLE','value':'new'}] | title | \"new\"",
                "[{'OP':'Replace','Path':'/title','VALUE':'new'}] | title | \"new\"",
                "[{'value':'new','path':'/title','op':'add'}] | title | \"new\"",
                "[{'op':'remove','path':'/tags'}] | tags | null",
                "[{'op':'add','path':'/releaseIds/-','value':54}] | releaseIds | [1,54]",
                "[{'op':'add','path':'/releaseIds/0','value':54}] | releaseIds | [54,1]",
                "[{'op':'add','path':'/releaseIds','value':[55]}] | releaseIds | [55]",
                "[{'op':'replace','path':'/releaseIds/0','value':55}] | releaseIds | [55]",
                "[{'op':'remove','path':'/releaseIds/0'}] | releaseIds | []",
                "[{'op':'copy','from':'/tags','path':'/description'}] | description | \"claims,glass\"",
                "[{'op':'move','from':'/tags','path':'/description'}] | tags | null",
                "[{'op':'test','path':'/state','value':2},{'op':'replace','path':'/state','value':3}] | state | 3",
                "[{'op':'replace','path':'/budget','value':5},{'op':'copy','from':'/budget','path':'/totalOpEx'}] | totalOpEx | 5",
                "[{'op':'replace','path':'/customFields/0/customfield_90779','value':[{'value':'CFO'}]}] | customFields "
                        + "| [{\"customfield_90779\":[{\"value\":\"CFO\"}]},{\"customfield_90791\":[{\"value\":\"Monday\",\"id\":10}]}]",
                "[{'op':'replace','path':'/customFields/1/customfield_90791/0/value','value':'Friday'},{'op':'replace','path':'/customFields/1/customfield_90791/0/id','value':30}] | customFields "
                        + "| [{\"customfield_90779\":[{\"value\":\"Chief Operating Officer\"}]},{\"customfield_90791\":[{\"value\":\"Friday\",\"id\":30}]}]",
                "[{'op':'replace','path':'/customFields/0/customfield_90779','value':null}] | customFields "
                        + "| [{\"customfield_90779\":null},{\"customfield_90791\":[{\"value\":\"Monday\",\"id\":10}]}]",
            })
    @Rule({"WRIT-03", "PTCH-06"})
    void aPatchIsApplied(String patch, String key, String value) {
        client().patch("/Epics/1", patch.replace('\'', '"')).expectEmpty(204);
        JsonNode epic = client().read("/Epics/1");
        assertEquals(value, epic.path(key).toString());
        assertEquals("2026-11-24T12:00:00.000Z", epic.path("lastUpdatedDate").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'op':'replace','path':'/createdBy','value':'5'}]",
                "[{'op':'replace','path':'/id','value':77}]",
                "[{'op':'replace','path':'/self','value':'x'}]",
                "[{'op':'remove','path':'/lastUpdatedDate'}]",
                "[{'op':'add','path':'/featureIds/-','value':2}]",
                "[{'op':'replace','path':'/createDate','value':'2020-01-01T00:00:00Z'}]",
                "[{'op':'replace','path':'/isRecycled','value':1}]",
                "[{'op':'test','path':'/title','value':'Straight-through glass claims'}]"
            })
    @Rule({"WRIT-04", "STMP-03"})
    void aPatchOfReadOnlyFieldsChangesNothing(String patch) {
        String before = client().get("/Epics/1").body();
        client().patch("/Epics/1", patch.replace('\'', '"')).expectEmpty(204);
        assertEquals(before, client().get("/Epics/1").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op':'replace','path':'/title','value':'changed'},{'op':'replace','path':'/state','value':99}]",
                "[{'op':'replace','path':'/title','value':'changed'},{'op':'test','path':'/state','value':1}]",
                "[{'op':'replace','path':'/title','value':'changed'},{'op':'replace','path':'/nosuch','value':1}]",
                "[{'op':'replace','path':'/title','value':'changed'},{'op':'remove','path':'/releaseIds/9'}]",
                "[{'op':'replace','path':'/title','value':'changed'},{'op':'nonsense','path':'/state'}]",
                "[{'op':'replace','path':'/title','value':'changed'},{'op':'replace','path':'/primaryProgramId','value':'one'}]"
            })
    @Rule({"WRIT-03", "PTCH-06"})
    void aPatchThatFailsAnywhereChangesNothing(String patch) {
        String before = client().get("/Epics/1").body();
        client().patch("/Epics/1", patch.replace('\'', '"')).expect(400);
        assertEquals(before, client().get("/Epics/1").body());
    }

    @Test
    @Rule("PTCH-06")
    void aPlainObjectIsNoPatch() {
        Answer answer = client().patch("/Epics/1", "{\"title\":\"t\"}");
        assertEquals(
                "application/problem+json; charset=utf-8", answer.expect(400).header("content-type"));
        assertEquals(
                "{\"\":[\"The JSON patch document was malformed and could not be parsed.\"]}",
                answer.json().path("errors").toString());
    }

    @Test
    @Rule("WRIT-17")
    void effortPointsStandOnAScale() {
        client().replace("/Stories/1", "effortPoints", "4")
                .expectSentence(400, "Cannot update story with id 1. Value for effortPoints is invalid.");
        client().replace("/Stories/1", "effortPoints", "13").expect(204);
        try (EmulatedSite any = EmulatedSite.with(io.alignemulator.settings.Settings.EFFORT_POINTS, "any")) {
            any.client().replace("/Stories/1", "effortPoints", "4").expect(204);
        }
    }
}
