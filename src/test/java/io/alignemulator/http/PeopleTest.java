package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Reference;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may be what where: roles in teams, people who have left, the teams that come along. */
@Tag("in-process")
class PeopleTest extends BlackBox {

    private static final Set<String> OWNER_NAMES = Set.of("ownerId", "owner", "assignedTo");
    private static final String REFUSED = "Cannot update user with id 4. Value for teams is invalid.";

    @Override
    SiteUnderTest start() {
        return EmulatedSite.with(Settings.EMULATOR_REASON, "on");
    }

    private static Stream<Resource> withOwner(Verb verb) {
        return CATALOGUE.resources().stream()
                .filter(each -> each.isServed() && each.verbs().contains(verb))
                .filter(each -> each.fields().stream().anyMatch(PeopleTest::isOwner));
    }

    private static boolean isOwner(Field field) {
        return field.is(Trait.OWNER) && field.write() != Write.NEVER;
    }

    private static Field owner(Resource resource) {
        return resource.fields().stream()
                .filter(PeopleTest::isOwner)
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> updatable() {
        return withOwner(Verb.UPDATE).map(each -> Arguments.of(each, owner(each).name()));
    }

    static Stream<Arguments> creatable() {
        return withOwner(Verb.CREATE).map(each -> Arguments.of(each, owner(each).name()));
    }

    @Test
    @Rule("TEAM-03")
    void everyFieldThatNamesAnOwnerIsKnownAsOne() {
        List<String> missed = CATALOGUE.resources().stream()
                .flatMap(resource -> resource.fields().stream()
                        .filter(field -> OWNER_NAMES.contains(field.name())
                                && field.write() != Write.NEVER
                                && names(field, "User"))
                        .filter(field -> !field.is(Trait.OWNER))
                        .map(field -> resource + "." + field.name()))
                .toList();
        assertEquals(List.of(), missed);
        assertTrue(updatable().count() >= 13);
    }

    private static boolean names(Field field, String resource) {
        return field.reference().stream()
                .flatMap(reference -> reference.targets().stream())
                .map(Reference.Target::resource)
                .anyMatch(resource::equals);
    }

    @ParameterizedTest
    @MethodSource("updatable")
    @Rule({"TEAM-03", "WRIT-21"})
    void somebodyInactiveBecomesOwnerOfNothingAndStaysOwner(Resource resource, String owner) {
        String path = "/" + resource.collection() + "/"
                + client().get("/" + resource.collection()).ids().get(0);
        JsonNode record = client().read(path);
        String text = Bodies.text(resource).name();
        boolean mustBeActive = resource.field(owner).reference().orElseThrow().mustBeActive();
        Answer refused = client().replace(path, owner, "\"6\"");
        refused.expectSentence(
                400,
                "Cannot update " + resource.noun().one() + " with id "
                        + record.path("id").asInt() + ". Value for " + owner + " is invalid.");
        assertTrue(
                refused.header("x-emulator-reason").startsWith(mustBeActive ? "WRIT-21" : "TEAM-03"),
                refused.header("x-emulator-reason"));
        assertEquals(record, client().read(path));
        client().replace(path, owner, "\"2\"").expectEmpty(204);
        client().replace("/Users/2", "isLocked", "-1").expectEmpty(204);
        client().replace(path, text, "\"still theirs\"").expect(mustBeActive ? 400 : 204);
        assertEquals("2", client().read(path).path(owner).asString());
    }

    @ParameterizedTest
    @MethodSource("creatable")
    @Rule({"TEAM-03", "WRIT-21"})
    void nothingNewBelongsToSomebodyInactive(Resource resource, String owner) {
        ObjectNode body = new Bodies(client()).minimal(resource).put(owner, "6");
        Answer refused = client().post("/" + resource.collection(), body.toString());
        refused.expectSentence(400, "Cannot create " + resource.noun().one() + ". Value for " + owner + " is invalid.");
        client().post("/" + resource.collection(), body.put(owner, "2").toString())
                .expect(201);
    }

    @Test
    @Rule("TEAM-03")
    void whoHasLeftKeepsTheTeamsAndJoinsNoOther() {
        client().replace("/Users/6", "title", "\"Alumnus\"").expectEmpty(204);
        assertEquals(1, client().read("/Users/6").path("teams").size());
        joined(6, 4, 3).expectSentence(400, "Cannot update user with id 6. Value for teams is invalid.");
        client().patch("/Users/6", "[{\"op\":\"remove\",\"path\":\"/teams/0\"}]")
                .expectEmpty(204);
        joined(6, 3, 3).expect(400);
        client().replace("/Users/6", "isLocked", "0").expectEmpty(204);
        joined(6, 3, 3).expectEmpty(204);
    }

    private Answer joined(int user, int team, int role) {
        return client().patch(
                        "/Users/" + user,
                        "[{\"op\":\"add\",\"path\":\"/teams/-\",\"value\":{\"teamId\":" + team + ",\"roleId\":" + role
                                + "}}]");
    }

    @Test
    @Rule("TEAM-01")
    void aMembershipSaysWhereAndAsWhatAndComesAtTheNextIndex() {
        client().patch("/Users/4", added(1, "{\"teamId\":4}")).expectSentence(400, REFUSED);
        client().patch("/Users/4", added(1, "{\"roleId\":1}")).expectSentence(400, REFUSED);
        client().patch("/Users/4", added(2, "{\"teamId\":4,\"roleId\":1}")).expect(400);
        client().patch("/Users/4", added(1, "{\"teamId\":4,\"roleId\":1}")).expectEmpty(204);
        JsonNode teams = client().read("/Users/4").path("teams");
        assertEquals(
                List.of(3, 4),
                teams.findValues("teamId").stream().map(JsonNode::asInt).toList());
        ObjectNode body = new Bodies(client()).minimal(CATALOGUE.resource("User"));
        body.putArray("teams").addObject().put("teamId", 4);
        client().post("/Users", body.toString()).expectSentence(400, "Cannot create user. Value for teams is invalid.");
    }

    private static String added(int index, String value) {
        return "[{\"op\":\"add\",\"path\":\"/teams/" + index + "\",\"value\":" + value + "}]";
    }

    @ParameterizedTest
    @Rule("TEAM-02")
    @CsvSource({
        "1, 7, true",
        "1, 10, true",
        "1, 11, true",
        "1, 9, false",
        "1, 3, false",
        "1, 12, false",
        "1, 99, false",
        "2, 9, true",
        "2, 12, true",
        "2, 13, true",
        "2, 1, false",
        "2, 2, false",
        "2, 11, false",
        "2, 0, false",
        "4, 1, true",
        "4, 2, true",
        "4, 3, true",
        "4, 4, true",
        "4, 5, true",
        "4, 6, true",
        "4, 8, true",
        "4, 9, true",
        "4, 14, true",
        "4, 15, true",
        "4, 16, true",
        "4, 7, false",
        "4, 12, false",
        "4, 13, false",
        "4, 17, false"
    })
    void aRoleBelongsToATypeOfTeam(int team, int role, boolean fits) {
        Answer answer = joined(4, team, role);
        if (fits) {
            answer.expectEmpty(204);
        } else {
            answer.expectSentence(400, REFUSED);
            assertTrue(answer.header("x-emulator-reason").startsWith("TEAM-02"), answer.header("x-emulator-reason"));
            assertEquals(1, client().read("/Users/4").path("teams").size());
        }
    }

    @ParameterizedTest
    @Rule("TEAM-02")
    @CsvSource({"12, true", "3, true", "99, false"})
    void aTeamOfAnotherTypeTakesAnyRoleThatThereIs(int role, boolean taken) {
        client().create("/Programs", "{\"title\":\"Journey\",\"portfolioId\":1,\"isSolution\":1}");
        int team = client().get("/Teams", "$filter", "type eq 3").ids().get(0);
        joined(4, team, role).expect(taken ? 204 : 400);
    }

    @ParameterizedTest
    @Rule("TEAM-04")
    @CsvSource(
            delimiter = ';',
            value = {
                "Programs; {\"title\":\"Glass\",\"portfolioId\":1,\"teamDescription\":\"Leads\"}; 2; true",
                "Programs; {\"title\":\"Glass\",\"portfolioId\":1,\"teamDescription\":\"Leads\",\"teamId\":-1}; 2; true",
                "Programs; {\"title\":\"Glass\",\"portfolioId\":1,\"teamDescription\":\"Leads\",\"isSolution\":1}; 3; true",
                "Portfolios; {\"title\":\"Glass\",\"teamDescription\":\"Leads\"}; 5; false",
                "ValueStreams; {\"name\":\"Glass\",\"level\":2,\"programIds\":[1],\"teamDescription\":\"Leads\"}; 4; true"
            })
    void aTeamOfTheRightTypeComesAlong(String collection, String body, int type, boolean inAProgram) {
        int last = client().get("/Teams", "$orderby", "id desc").ids().get(0);
        int id = client().create("/" + collection, body);
        JsonNode record = client().read("/" + collection + "/" + id);
        JsonNode team = client().read("/Teams/" + record.path("teamId").asInt());
        int program = collection.equals("Programs") ? id : 1;
        assertAll(
                () -> assertEquals(last + 1, team.path("id").asInt()),
                () -> assertEquals("Glass", team.path("name").asString()),
                () -> assertEquals("Leads", team.path("description").asString()),
                () -> assertEquals(type, team.path("type").asInt()),
                () -> assertEquals(
                        inAProgram ? "[" + program + "]" : "[]",
                        team.path("programIds").toString()),
                () -> assertFalse(team.path("createDate").isNull()));
    }

    @Test
    @Rule("TEAM-04")
    void aTeamThatTheCallNamesStaysAndARefusedRecordBringsNone() {
        int program = client().create("/Programs", "{\"title\":\"Glass\",\"portfolioId\":1,\"teamId\":2}");
        assertEquals(2, client().read("/Programs/" + program).path("teamId").asInt());
        List<Integer> teams = client().get("/Teams").ids();
        client().post("/Programs", "{\"title\":\"Glass\",\"portfolioId\":999}").expect(400);
        assertEquals(teams, client().get("/Teams").ids());
        assertEquals(-1, client().read("/Programs/2").path("teamId").asInt());
        client().replace("/Programs/2", "title", "\"Old\"").expect(204);
        assertEquals(-1, client().read("/Programs/2").path("teamId").asInt());
    }

    @ParameterizedTest
    @Rule("TEAM-05")
    @CsvSource({"1, true", "6, true", "2, false", "3, false", "4, false", "5, false", "0, false", "7, false"})
    void agileTeamsAndCommunitiesAreMadeByHand(int type, boolean byHand) {
        Answer answer = client().post("/Teams", "{\"name\":\"t\",\"type\":" + type + "}");
        if (byHand) {
            answer.expect(201);
        } else {
            answer.expectSentence(400, "Cannot create team. Value for type is invalid.");
            assertTrue(answer.header("x-emulator-reason").startsWith("TEAM-05"));
        }
        client().replace("/Teams/3", "type", Integer.toString(type)).expect(byHand ? 204 : 400);
    }

    @Test
    @Rule("TEAM-05")
    void aShortNameHasFiveCharactersAtMost() {
        client().replace("/Teams/3", "shortName", "\"KESTR\"").expectEmpty(204);
        client().replace("/Teams/3", "shortName", "\"KESTRE\"")
                .expectSentence(400, "Cannot update team with id 3. shortName must be between 1 and 5 characters.");
        client().replace("/Teams/3", "shortName", "null").expectEmpty(204);
        client().post("/Teams", "{\"name\":\"t\",\"shortName\":\"TOO LONG\"}").expect(400);
        client().replace("/Teams/2", "description", "\"still a program team\"").expectEmpty(204);
    }

    @ParameterizedTest
    @Rule("WRIT-09")
    @CsvSource({"firstName", "lastName", "email", "roleId", "costCenterId", "divisionId", "regionId", "cityId"})
    void aNewUserNeedsAPlaceInTheOrganisation(String key) {
        ObjectNode body = new Bodies(client()).minimal(CATALOGUE.resource("User"));
        JsonNode value = body.remove(key);
        client().post("/Users", body.toString()).expectSentence(400, "Cannot create user. " + key + " is required.");
        int id = client().create("/Users", body.set(key, value).toString());
        client().replace("/Users/" + id, "costCenterId", "null").expectEmpty(204);
    }

    @Test
    @Rule("REPR-08")
    void aUserStartsTodayAtMidnight() {
        Instant noon = Instant.parse("2026-11-03T12:34:56.789Z");
        clock().freezeAt(noon);
        ObjectNode body = new Bodies(client()).minimal(CATALOGUE.resource("User"));
        JsonNode user = client().read("/Users/" + client().create("/Users", body.toString()));
        assertEquals("2026-11-03T00:00:00.000Z", user.path("userStartDate").asString());
        assertEquals("2026-11-03T12:34:56.789Z", user.path("createDate").asString());
        body.put("email", "another@example.com").putNull("userStartDate");
        assertEquals(
                "2026-11-03T00:00:00.000Z",
                client().read("/Users/" + client().create("/Users", body.toString()))
                        .path("userStartDate")
                        .asString());
        body.put("email", "other@example.com").put("userStartDate", "2026-10-20T08:00:00Z");
        assertEquals(
                "2026-10-20T08:00:00.000Z",
                client().read("/Users/" + client().create("/Users", body.toString()))
                        .path("userStartDate")
                        .asString());
    }
}
