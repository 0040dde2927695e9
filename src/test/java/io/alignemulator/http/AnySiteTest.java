package io.alignemulator.http;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rules that need no records of their own, so they can be asked of any site: {@code mvn verify -Psite -Dalign.url=https://<site>.jiraalign.com -Dalign.token=...}. Nothing is written
 * unless {@code -Dalign.write=true -Dalign.program=<id>} names a program for it. What is told is which rules hold; no value of the site is.
 */
@Tag("any-site")
@ExtendWith(RuleReport.class)
class AnySiteTest extends BlackBox {

    private static final String COLLECTION = System.getProperty("align.collection", "epics");

    @Override
    SiteUnderTest start() {
        String url = System.getProperty("align.url", "");
        return url.isEmpty()
                ? EmulatedSite.start(EmulatedSite.SETTINGS)
                : new RemoteSite(URI.create(url), System.getProperty("align.token", ""));
    }

    private Response get(String pathAndQuery) {
        return given().get("/" + pathAndQuery);
    }

    /** Compared here, so that no report quotes it. */
    private static String body(Response response, int status) {
        return response.then().statusCode(status).extract().asString();
    }

    private List<Map<String, Object>> rows(String query) {
        return get(COLLECTION + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private static List<Long> ids(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> ((Number) row.get("id")).longValue()).toList();
    }

    @Test
    @Rule("LIST-01")
    void aListIsABareArray() {
        assertTrue(get(COLLECTION).body().asString().startsWith("["), "no array");
    }

    @Test
    @Rule("LIST-02")
    void aPageHasAHundredRowsAtMost() {
        assertTrue(rows("?$top=500").size() <= 100, "more than 100 rows");
    }

    @Test
    @Rule({"LIST-04", "LIST-05"})
    void pagesAreChosen() {
        List<Long> first = ids(rows("?$top=2"));
        assertTrue(first.equals(ids(rows("?top=2"))), "the dollar sign matters");
        assertTrue(first.size() < 2 || ids(rows("?$top=1&$skip=1")).equals(List.of(first.get(1))), "another row");
    }

    @Test
    @Rule("LIST-04")
    void pastTheEndAListIsEmpty() {
        assertTrue(rows("?$skip=100000000").isEmpty(), "rows past the end");
    }

    @Test
    @Rule("LIST-03")
    void rowsComeById() {
        List<Long> ids = ids(rows(""));
        assertTrue(ids.equals(ids.stream().sorted().toList()), "another order");
    }

    @Test
    @Rule("LIST-15")
    void selectGivesTheNamedKeys() {
        rows("?$select=id,title&$top=3")
                .forEach(row -> assertTrue(new ArrayList<>(row.keySet()).equals(List.of("id", "title")), "other keys"));
    }

    @Test
    @Rule("FILT-01")
    void filtersChoose() {
        List<Long> ids = ids(rows("?$top=2"));
        Assumptions.assumeTrue(!ids.isEmpty(), "the site shows no record");
        assertTrue(ids(rows("?$filter=id%20eq%20" + ids.get(0))).equals(List.of(ids.get(0))), "eq");
        assertTrue(ids(rows("?$filter=id%20gt%20" + ids.get(0))).stream().allMatch(id -> id > ids.get(0)), "gt");
    }

    @Test
    @Rule("LIST-16")
    void aMalformedFilterIsRefused() {
        get(COLLECTION + "?$filter=id%20eq").then().statusCode(400);
    }

    @Test
    @Rule("LIST-14")
    void unknownOptionsAreIgnored() {
        assertTrue(ids(rows("?limit=1")).equals(ids(rows(""))), "limit does something");
    }

    @Test
    @Rule("REPR-01")
    void aRecordIsTheSameInAListAndById() {
        List<Map<String, Object>> rows = rows("?$top=1");
        Assumptions.assumeTrue(!rows.isEmpty(), "the site shows no record");
        Map<String, Object> single = get(COLLECTION + "/" + rows.get(0).get("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        List<String> keys = new ArrayList<>(single.keySet());
        assertTrue(keys.equals(new ArrayList<>(rows.get(0).keySet())), "other keys");
        assertTrue(keys.get(keys.size() - 1).equals("self"), "self is not last");
        assertTrue(new HashSet<>(keys).size() == keys.size(), "a key twice");
    }

    @Test
    @Rule("ADDR-06")
    void selfIsAbsolute() {
        rows("?$top=3")
                .forEach(row -> assertTrue(
                        String.valueOf(row.get("self"))
                                .endsWith("/rest/align/api/2/" + COLLECTION + "/" + row.get("id")),
                        "another form"));
    }

    @Test
    @Rule("ADDR-02")
    void pathsMatchInAnyCase() {
        get(COLLECTION.toUpperCase(java.util.Locale.ROOT)).then().statusCode(200);
    }

    @Test
    @Rule("ADDR-07")
    void anUnknownAddressIsEmpty404() {
        assertTrue(body(get("WorkItems"), 404).isEmpty(), "a body");
    }

    @Test
    @Rule("ADDR-09")
    void deleteIsRefused() {
        given().delete("/" + COLLECTION + "/999999999").then().statusCode(anyOf(equalTo(405), equalTo(404)));
    }

    @Test
    @Rule("ERRS-02")
    void aRecordThatIsNotThereIsNamed() {
        assertTrue(body(get(COLLECTION + "/999999999"), 404).startsWith("Cannot get"), "another sentence");
    }

    @Test
    @Rule("ERRS-01")
    void withoutATokenNothingIsTold() {
        assertTrue(body(anonymous().get("/" + COLLECTION), 401).isEmpty(), "a body");
    }

    @Test
    @Rule("USER-07")
    void whoamiIsTheCaller() {
        assertTrue(body(get("Users/whoami"), 200).contains("\"id\":"), "no id");
    }

    @Test
    @Rule({"WRIT-01", "WRIT-03"})
    void aRecordIsCreatedAndPatched() {
        boolean remote = !System.getProperty("align.url", "").isEmpty();
        Assumptions.assumeTrue(!remote || Boolean.getBoolean("align.write"), "-Dalign.write=true is not given");
        String program = System.getProperty("align.program", "1");
        String id = given().contentType("application/json")
                .body("{\"title\":\"Rule check\",\"description\":\"Rule check\",\"primaryProgramId\":" + program
                        + ",\"state\":0,\"type\":1}")
                .post("/features")
                .then()
                .statusCode(201)
                .extract()
                .asString()
                .replaceAll(".*\"id\":(\\d+).*|(\\d+)", "$1$2");
        given().contentType("application/json")
                .body("[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"Rule checked\"}]")
                .patch("/features/" + id)
                .then()
                .statusCode(204);
        assertTrue(body(get("features/" + id), 200).contains("\"title\":\"Rule checked\""), "another title");
    }
}
