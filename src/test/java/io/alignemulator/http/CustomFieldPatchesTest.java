package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Custom fields are patched by position and name, on epics and on features. */
@Tag("in-process")
class CustomFieldPatchesTest extends BlackBox {

    /**
     * A record with a text at position 0 and a list at position 1.
     *
     * @param value of the list, by its id
     */
    private record Site(String path, String noun, String text, String list, String value, int id) {

        String told(String words) {
            return words.replace("TEXT", text)
                    .replace("LIST", list)
                    .replace("VALUE", value)
                    .replace("ID", Integer.toString(id));
        }
    }

    private static final List<Site> SITES = List.of(
            new Site("/Epics/1", "epic", "customfield_90779", "customfield_90791", "Friday", 30),
            new Site("/Features/1", "feature", "customfield_90812", "customfield_90813", "Partners", 20));

    /** The record as every case finds it: a text, and one value of the list. */
    private void fill(Site site) {
        String both = "[{\"TEXT\":[{\"value\":\"A\"}]},{\"LIST\":[{\"value\":\"VALUE\",\"id\":ID}]}]";
        client().replace(site.path(), "customFields", site.told(both)).expect(204);
    }

    private static Stream<Arguments> on(String name, String patch, String outcome) {
        return SITES.stream().map(site -> Arguments.of(name, site, patch, outcome));
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                        on(
                                "a value by position and name",
                                "{'op':'replace','path':'customfields/0/TEXT/0/Value','value':'N'}",
                                "[{'TEXT':[{'value':'N'}]},{'LIST':[{'value':'VALUE','id':ID}]}]"),
                        on(
                                "the whole list",
                                "{'op':'replace','path':'/customFields/0/TEXT','value':[{'value':'N'}]}",
                                "[{'TEXT':[{'value':'N'}]},{'LIST':[{'value':'VALUE','id':ID}]}]"),
                        on(
                                "null for a field",
                                "{'op':'replace','path':'/customFields/1/LIST','value':null}",
                                "[{'TEXT':[{'value':'A'}]},{'LIST':null}]"),
                        on(
                                "one more value",
                                "{'op':'add','path':'/customFields/1/LIST/-','value':{'value':'VALUE','id':ID}}",
                                "[{'TEXT':[{'value':'A'}]},{'LIST':[{'value':'VALUE','id':ID},{'value':'VALUE','id':ID}]}]"),
                        on(
                                "a value by its id as text, filled in by the site",
                                "{'op':'replace','path':'/customFields/1/LIST/0','value':{'id':'ID'}}",
                                "[{'TEXT':[{'value':'A'}]},{'LIST':[{'value':'VALUE','id':ID}]}]"),
                        on(
                                "a number for a text",
                                "{'op':'replace','path':'/customFields/0/TEXT/0/value','value':5}",
                                "[{'TEXT':[{'value':'5'}]},{'LIST':[{'value':'VALUE','id':ID}]}]"),
                        on(
                                "a timestamp, rewritten",
                                "{'op':'replace','path':'/customFields/0/TEXT/0/value','value':'2026-01-01T10:00:00.000Z'}",
                                "[{'TEXT':[{'value':'2026-01-01T10:00:00Z'}]},{'LIST':[{'value':'VALUE','id':ID}]}]"),
                        on(
                                "remove of a field leaves its element",
                                "{'op':'remove','path':'/customFields/0/TEXT'}",
                                "[{'TEXT':null},{'LIST':[{'value':'VALUE','id':ID}]}]"))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("taken")
    @Rule({"CUST-01", "CUST-02", "PTCH-04"})
    void aFieldIsFoundByPositionAndName(String name, Site site, String patch, String outcome) {
        fill(site);
        patch(site, patch).expectEmpty(204);
        assertEquals(site.told(outcome).replace('\'', '"'), customFields(site));
    }

    private Answer patch(Site site, String operations) {
        return client().patch(site.path(), "[" + site.told(operations).replace('\'', '"') + "]");
    }

    private String customFields(Site site) {
        return client().read(site.path()).path("customFields").toString();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        on(
                                "another spelling of the name",
                                "{'op':'replace','path':'/customFields/0/CUSTOMFIELD_1/0/value','value':'N'}",
                                "For operation 'replace', the target location specified by path '/customFields/0/CUSTOMFIELD_1/0/value' was not found."),
                        on(
                                "below null",
                                "{'op':'replace','path':'/customFields/1/LIST','value':null},{'op':'replace','path':'/customFields/1/LIST/0/value','value':'N'}",
                                "For operation 'replace', the target location specified by path '/customFields/1/LIST/0/value' was not found."),
                        on(
                                "one more below null",
                                "{'op':'replace','path':'/customFields/1/LIST','value':null},{'op':'add','path':'/customFields/1/LIST/-','value':{'id':ID}}",
                                "For operation 'add', the target location specified by path '/customFields/1/LIST/-' was not found."),
                        on(
                                "a bare text",
                                "{'op':'replace','path':'/customFields/0/TEXT','value':'N'}",
                                "The value 'N' is invalid for target location."),
                        on(
                                "a list of texts",
                                "{'op':'replace','path':'/customFields/0/TEXT','value':['N']}",
                                "The value '[\n  \"N\"\n]' is invalid for target location."),
                        on(
                                "one object",
                                "{'op':'add','path':'/customFields/0/TEXT','value':{'value':'N'}}",
                                "The value '{\n  \"value\": \"N\"\n}' is invalid for target location."),
                        on(
                                "a name that the element lacks",
                                "{'op':'replace','path':'/customFields/0/customfield_1','value':[]}",
                                "The target location specified by path segment 'customfield_1' was not found."),
                        on(
                                "a second name in an element",
                                "{'op':'add','path':'/customFields/0/LIST','value':[]}",
                                "Value for customFields is invalid."),
                        on(
                                "no position",
                                "{'op':'replace','path':'/customFields/TEXT/0/value','value':'N'}",
                                "The path segment 'TEXT' is invalid for an array index."),
                        on(
                                "a position out of range",
                                "{'op':'replace','path':'/customFields/9/TEXT/0/value','value':'N'}",
                                "The index value provided by path segment '9' is out of bounds of the array size."),
                        on(
                                "the positions after a removed element",
                                "{'op':'remove','path':'/customFields/0'},{'op':'replace','path':'/customFields/0/LIST/0/value','value':'VALUE'}",
                                "Value for customFields is invalid."),
                        on(
                                "a value that the list has not",
                                "{'op':'replace','path':'/customFields/1/LIST/0/value','value':'N'}",
                                "Value for customFields is invalid."),
                        on(
                                "a field that the site does not define",
                                "{'op':'replace','path':'/customFields','value':[{'customfield_10000':[]}]}",
                                "Value for customFields is invalid."))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    @Rule({"CUST-01", "CUST-02", "CUST-03"})
    void whatIsNotFoundOrNotDefinedIsRefused(String name, Site site, String patch, String sentence) {
        fill(site);
        String before = customFields(site);
        String words = "Cannot update " + site.noun() + " with id 1. " + site.told(sentence);
        patch(site, patch).expectSentence(400, words);
        assertEquals(before, customFields(site));
    }

    @Test
    @Rule("CUST-02")
    void aRequiredFieldIsNotEmptied() {
        String definitions =
                "{\"fixtures\":{\"_customFields\":[{\"id\":1,\"resource\":\"Epic\",\"key\":\"customfield_90779\","
                        + "\"label\":\"Sponsor\",\"type\":\"text\",\"required\":true}]}}";
        Client.control(site().uri(), "POST", "/import", definitions, java.util.Map.of())
                .expect(200);
        client().replace("/Epics/1", "customFields/0/customfield_90779", "null")
                .expectSentence(400, "Cannot update epic with id 1. Value for customFields is invalid.");
        client().replace("/Epics/1", "customFields/0/customfield_90779/0/value", "\"Somebody\"")
                .expect(204);
    }
}
