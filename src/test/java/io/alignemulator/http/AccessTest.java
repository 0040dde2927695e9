package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What roles and memberships decide, case by case; {@code AccessMatrixTest} tries every cell. */
@Tag("in-process")
class AccessTest extends BlackBox {

    private static final String MANAGER = "user:2|portfolio-manager";
    private static final String LEAD = "user:3|program-manager";
    private static final String MEMBER = "user:4|team-member";
    private static final String READER = "user:5|read-only";

    private Client as(String token) {
        return client().as(token);
    }

    @Test
    @Rule("ACCS-02")
    void aClosedPageIsForbidden() {
        for (String path : List.of("/Users", "/Users/1", "/Users/999999", "/Products", "/Users/1?expand=true")) {
            as(MEMBER).get(path).expectEmpty(403);
        }
        as(MEMBER).post("/Users", "no JSON at all").expectEmpty(403);
        as(MEMBER).get("/Users/whoami").expect(200);
    }

    @Test
    @Rule("ACCS-03")
    void aRecordOutOfScopeIsNotThere() {
        assertEquals(List.of(1, 2, 3, 5), as(MEMBER).get("/Epics").ids());
        as(MEMBER).get("/Epics/4").expectSentence(404, "Cannot get epic with id 4.");
        as(LEAD).replace("/Epics/4", "title", "\"t\"").expectSentence(404, "Cannot get epic with id 4.");
        assertEquals(List.of(), as(MEMBER).get("/Epics?id=4").ids());
        assertEquals(
                List.of(),
                as(MEMBER).get("/Epics", "$filter", "title eq 'Bare epic'").ids());
        assertEquals(
                List.of(5, 3),
                as(MEMBER).get("/Epics", "$orderby", "id desc", "$top", "2").ids());
        assertEquals(List.of(3, 5), as(MEMBER).get("/Epics?$skip=2").ids());
    }

    @Test
    @Rule("ACCS-04")
    void aReferenceOutOfScopeIsInvalid() {
        as(LEAD).post("/Epics", "{\"title\":\"t\",\"primaryProgramId\":3}")
                .expectSentence(400, "Cannot create epic. Value for primaryProgramId is invalid.");
        as(LEAD).replace("/Epics/1", "releaseIds", "[54]")
                .expectSentence(400, "Cannot update epic with id 1. Value for releaseIds is invalid.");
        as(LEAD).post("/Epics", "{\"title\":\"t\",\"primaryProgramId\":1}").expect(201);
    }

    @Test
    @Rule("ACCS-05")
    void aReadOnlyRoleWritesNothing() {
        as(READER).post("/Epics", "{\"title\":\"t\",\"primaryProgramId\":1}").expectEmpty(403);
        as(READER).put("/Epics/1", "{\"title\":\"t\",\"primaryProgramId\":1}").expectEmpty(403);
        as(READER).replace("/Epics/1", "title", "\"t\"").expectEmpty(403);
        as(READER).get("/Epics/1").expect(200);
    }

    @Test
    @Rule({"ACCS-07", "ACCS-10", "ACCS-11"})
    void anAgileTeamWritesItsOwnRecords() {
        int own = as(MEMBER).create("/Stories", "{\"title\":\"t\",\"programId\":1,\"teamId\":3}");
        as(MEMBER).replace("/Stories/" + own, "title", "\"u\"").expect(204);
        as(MEMBER)
                .post("/Stories", "{\"title\":\"t\",\"programId\":1}")
                .expectSentence(400, "Cannot create story. Value for teamId is invalid.");
        as(MEMBER).get("/Stories/2").expect(200);
        as(MEMBER).replace("/Stories/2", "title", "\"u\"").expectEmpty(403);
        as(MEMBER)
                .replace("/Stories/" + own, "teamId", "null")
                .expectSentence(400, "Cannot update story with id " + own + ". Value for teamId is invalid.");
        as(MEMBER)
                .post("/Tasks", "{\"title\":\"t\",\"storyId\":2}")
                .expectSentence(400, "Cannot create task. Value for storyId is invalid.");
        as(MEMBER).create("/Tasks", "{\"title\":\"t\",\"storyId\":" + own + "}");
    }

    @Test
    @Rule("ACCS-11")
    void anAgileTeamWritesItsProgramBySetting() {
        try (EmulatedSite site = EmulatedSite.with(Settings.AGILE_TEAM_WRITES, "program")) {
            site.client().as(MEMBER).replace("/Stories/2", "title", "\"u\"").expect(204);
            site.client().as(MEMBER).replace("/Stories/1001", "title", "\"u\"").expect(404);
        }
    }

    @Test
    @Rule("ACCS-06")
    void strictScopeHidesWhatTheProbeSaw() {
        String nobody = token(8);
        for (String collection : List.of("/Themes", "/Defects", "/KeyResults")) {
            assertFalse(as(nobody).get(collection).ids().isEmpty(), collection);
        }
        try (EmulatedSite site = EmulatedSite.with(Settings.STRICT_SCOPE, "on")) {
            Client strict = site.client().as(tokenOf(site.uri(), 8));
            for (String collection : List.of("/Themes", "/Defects", "/KeyResults")) {
                assertEquals(List.of(), strict.get(collection).ids(), collection);
                assertFalse(site.client().as(LEAD).get(collection).ids().isEmpty(), collection);
            }
        }
    }

    @Test
    @Rule("ACCS-09")
    void anObjectiveNeedsThePageOfItsTier() {
        assertEquals(List.of(1, 2), as(READER).get("/Objectives").ids());
        assertEquals(List.of(1), as(LEAD).get("/Objectives").ids());
        String portfolioObjective = "{\"tier\":4,\"name\":\"n\",\"portfolioId\":1}";
        as(LEAD).post("/Objectives", portfolioObjective).expectEmpty(403);
        as(MANAGER).post("/Objectives", portfolioObjective).expect(201);
    }

    @Test
    @Rule("ACCS-13")
    void expansionShowsNoMoreThanGetWould() {
        JsonNode own = as(MEMBER).read("/Features/1?expand=true");
        assertEquals("3", own.path("ownerId").asString());
        assertFalse(own.has("owner"), "the page of people is closed");
        assertTrue(own.has("program"));
        assertTrue(client().read("/Features/1?expand=true").has("owner"));
        client().replace("/Epics/1", "additionalProgramIds", "[3]").expect(204);
        JsonNode epic = as(MEMBER).read("/Epics/1?expand=true");
        assertEquals("[3]", epic.path("additionalProgramIds").toString());
        assertEquals("[null]", epic.path("additionalPrograms").toString());
    }

    @Test
    @Rule("ACCS-12")
    void belowARecordItsOwnScopeCounts() {
        as(MEMBER).get("/Epics/1/milestones").expect(200);
        as(MEMBER).get("/Epics/4/milestones").expectSentence(404, "Cannot get epic with id 4.");
        as(MEMBER).get("/Epics/4/auditlog").expect(404);
        as(MEMBER).get("/Epics/4/editmeta").expect(404);
        as(LEAD).post("/Epics/1/milestones", "{\"title\":\"t\"}").expect(201);
        as(READER).post("/Epics/1/milestones", "{\"title\":\"t\"}").expectEmpty(403);
    }

    @Test
    @Rule("ACCS-14")
    void aChangeOfRoleOrMembershipActsOnTheNextCall() {
        as(MEMBER).get("/Users").expectEmpty(403);
        client().replace("/Users/4", "roleId", "4").expect(204);
        as(MEMBER).get("/Users").expect(200);
        assertFalse(as(MEMBER).get("/Epics").ids().isEmpty());
        client().patch("/Users/4", "[{\"op\":\"remove\",\"path\":\"/teams/0\"}]")
                .expect(204);
        assertEquals(List.of(), as(MEMBER).get("/Epics").ids());
        client().replace("/Users/4", "roleId", "9").expect(204);
        assertEquals(client().get("/Epics").ids(), as(MEMBER).get("/Epics").ids());
    }

    @Test
    @Rule("ACCS-07")
    void anInactiveTeamReachesNothing() {
        client().replace("/Teams/3", "isActive", "0").expect(204);
        assertEquals(List.of(), as(MEMBER).get("/Epics").ids());
    }

    @Test
    @Rule("AUTH-05")
    void aNewTokenEndsTheOldOnes() {
        String fresh = token(4);
        assertTrue(fresh.matches("user:4\\|[!-~]{40}"), fresh);
        as(MEMBER).get("/Epics").expect(401);
        as(fresh).get("/Epics").expect(200);
        client().replace("/Users/4", "isLocked", "-1").expect(204);
        as(fresh).get("/Epics").expectEmpty(401);
        client().replace("/Users/4", "isLocked", "0").expect(204);
        as(fresh).get("/Epics").expect(200);
        as(MEMBER).get("/Epics").expect(401);
        site().reset();
        as(MEMBER).get("/Epics").expect(200);
        as(fresh).get("/Epics").expect(401);
    }

    @Test
    @Rule("EMUL-05")
    void tokensOfNobodyAreRefused() {
        assertEquals(404, control("POST", "/tokens", "{\"userId\":99}").status());
        assertEquals(400, control("POST", "/tokens", "{\"userId\":\"4\"}").status());
        assertEquals(400, control("POST", "/tokens", "[]").status());
        assertEquals(8, control("GET", "/tokens", "").expect(200).json().size());
    }

    @Test
    @Rule("EMUL-18")
    void aDecisionIsExplained() {
        JsonNode page = explain(4, "PATCH", "/epics/1");
        assertEquals("page closed", page.path("decision").asString());
        assertEquals(403, page.path("status").asInt());
        assertEquals(
                "[\"Portfolio > Manage > Epics: Add+Edit\"]",
                page.path("missingToggles").toString());
        JsonNode scope = explain(3, "GET", "/rest/align/api/2/features/4");
        assertEquals("out of scope", scope.path("decision").asString());
        assertEquals(404, scope.path("status").asInt());
        JsonNode write = explain(4, "put", "/stories/2");
        assertEquals("read only", write.path("decision").asString());
        assertEquals("ACCS-10", write.path("rule").asString());
        assertEquals(
                List.of(1, 2),
                write.path("missingMemberships")
                        .valueStream()
                        .map(each -> each.path("teamId").asInt())
                        .toList());
        assertEquals("allowed", explain(3, "PATCH", "/epics/1").path("decision").asString());
        assertFalse(explain(3, "PATCH", "/epics/1").has("status"));
        assertEquals(
                "no such record",
                explain(1, "GET", "/epics/99").path("decision").asString());
        assertEquals(
                "no such address",
                explain(1, "GET", "/sprints").path("decision").asString());
        assertEquals(
                "wrong verb", explain(1, "DELETE", "/epics/1").path("decision").asString());
        assertEquals(
                "not signed in", explain(6, "GET", "/epics/1").path("decision").asString());
        assertEquals(
                "allowed", explain(4, "GET", "/users/whoami").path("decision").asString());
        assertEquals(
                404, control("GET", "/access?user=99&verb=GET&path=/epics", "").status());
        assertEquals(400, control("GET", "/access?user=4&verb=GET", "").status());
        assertEquals(
                400, control("GET", "/access?user=4&verb=LIST&path=/epics", "").status());
    }

    @Test
    @Rule("EMUL-16")
    void refusalsTellTheirReasonWhenAsked() {
        assertEquals("", as(MEMBER).get("/Users").header("x-emulator-reason"));
        try (EmulatedSite site = EmulatedSite.with(Settings.EMULATOR_REASON, "on")) {
            Client member = site.client().as(MEMBER);
            assertReason("ACCS-02: role 1 (Team Member) lacks the page Administration", member.get("/Users"));
            assertReason(
                    "ACCS-03: no membership of the user reads Epic 4; members of these do: team 4 (Heron)",
                    member.get("/Epics/4"));
            assertReason("ERRS-02: there is no Epic 99", member.get("/Epics/99"));
            assertReason(
                    "ERRS-01: the token was not issued", member.as("user:4|x").get("/Epics"));
            assertReason("ERRS-01: no Authorization header", member.as("").get("/Epics"));
            assertReason("ADDR-07: ", member.get("/sprints"));
            assertReason(
                    "ACCS-04: primaryProgramId: Program/3 is out of the caller's scope",
                    site.client().as(LEAD).post("/Epics", "{\"title\":\"t\",\"primaryProgramId\":3}"));
        }
    }

    private static void assertReason(String start, Answer answer) {
        assertTrue(answer.header("x-emulator-reason").startsWith(start), () -> answer.headers()
                .toString());
    }

    private JsonNode explain(int user, String verb, String path) {
        return control("GET", "/access" + Client.query("user", "" + user, "verb", verb, "path", path), "")
                .expect(200)
                .json();
    }

    private String token(int user) {
        return tokenOf(site().uri(), user);
    }

    private static String tokenOf(java.net.URI uri, int user) {
        return Client.control(uri, "POST", "/tokens", "{\"userId\":" + user + "}", Map.of())
                .expect(201)
                .json()
                .path("token")
                .asString();
    }
}
