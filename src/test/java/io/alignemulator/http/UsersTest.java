package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People: addresses, memberships, activation. */
@Tag("in-process")
class UsersTest extends BlackBox {

    private static final String NEW_USER =
            "{\"firstName\":\"Ada\",\"lastName\":\"Quill\",\"email\":\"ada.quill@example.com\",\"roleId\":1,"
                    + "\"regionId\":1,\"cityId\":1,\"divisionId\":1,\"costCenterId\":1,"
                    + "\"password\":\"secret-1\",\"teams\":[{\"teamId\":3,\"roleId\":1}]}";

    @Test
    @Rule("USER-05")
    void aUserIsCreatedWithMemberships() {
        int id = client().create("/Users", NEW_USER);
        JsonNode user = client().read("/Users/" + id);
        assertAll(
                () -> assertEquals(Integer.toString(id), user.path("uid").asString()),
                () -> assertEquals("Ada Quill", user.path("fullName").asString()),
                () -> assertEquals("Active", user.path("status").asString()),
                () -> assertFalse(user.has("password")),
                () -> assertEquals(
                        "[{\"teamId\":3,\"teamName\":\"Kestrel\",\"teamType\":1,\"roleId\":1,\"roleName\":\"ScrumMaster\"}]",
                        user.path("teams").toString()));
    }

    @Test
    @Rule("USER-02")
    void anEmailAddressIsUnique() {
        client().create("/Users", NEW_USER);
        client().post("/Users", NEW_USER.replace("ada.quill", "ADA.Quill"))
                .expectSentence(400, "Cannot create user. Value for email is invalid.");
        client().replace("/Users/4", "email", "\"robin.admin@example.com\"")
                .expectSentence(400, "Cannot update user with id 4. Value for email is invalid.");
        client().replace("/Users/4", "email", "\"casey.member@example.com\"").expect(204);
        client().replace("/Users/4", "email", "\"no address\"")
                .expectSentence(400, "Cannot update user with id 4. Value for email is invalid.");
    }

    @Test
    @Rule("USER-03")
    void membersMoveThroughTeams() {
        client().patch("/Users/4", "[{\"op\":\"add\",\"path\":\"/teams/-\",\"value\":{\"teamId\":4,\"roleId\":2}}]")
                .expectEmpty(204);
        JsonNode teams = client().read("/Users/4").path("teams");
        assertEquals("Heron", teams.get(1).path("teamName").asString());
        assertEquals("Product Owner", teams.get(1).path("roleName").asString());
        client().patch("/Users/4", "[{\"op\":\"remove\",\"path\":\"/teams/0\"}]")
                .expectEmpty(204);
        assertEquals(1, client().read("/Users/4").path("teams").size());
        assertEquals(
                4, client().read("/Users/4").path("teams").get(0).path("teamId").asInt());
        assertEquals(
                "[4,8]",
                client().get("/Users", "$filter", "teams/any(t: t/teamId eq 4)")
                        .ids()
                        .toString()
                        .replace(" ", ""));
    }

    @Test
    @Rule("USER-04")
    void aMembershipNamesATeamOnce() {
        String refused = "Cannot update user with id 4. Value for teams is invalid.";
        for (String value :
                new String[] {"{\"teamId\":3,\"roleId\":2}", "{\"teamId\":999,\"roleId\":2}", "{\"roleId\":2}"}) {
            client().patch("/Users/4", "[{\"op\":\"add\",\"path\":\"/teams/-\",\"value\":" + value + "}]")
                    .expectSentence(400, refused);
        }
    }

    @Test
    @Rule("USER-01")
    void statusFollowsIsLocked() {
        client().replace("/Users/4", "status", "\"Inactive\"").expectEmpty(204);
        assertEquals("Active", client().read("/Users/4").path("status").asString());
        client().replace("/Users/4", "isLocked", "-1").expectEmpty(204);
        JsonNode locked = client().read("/Users/4");
        assertEquals("Inactive", locked.path("status").asString());
        assertFalse(locked.path("userEndDate").isNull());
        client().replace("/Users/4", "isLocked", "0").expectEmpty(204);
        assertEquals("Active", client().read("/Users/4").path("status").asString());
        client().replace("/Users/4", "isLocked", "1")
                .expectSentence(400, "Cannot update user with id 4. Value for isLocked is invalid.");
    }

    @Test
    @Rule("USER-06")
    void aNullFullNameStaysUntilANameChanges() {
        client().replace("/Users/7", "title", "\"Clerk\"").expect(204);
        assertTrue(client().read("/Users/7").path("fullName").isNull());
        client().replace("/Users/7", "lastName", "\"Dough\"").expect(204);
        assertEquals("Jo Dough", client().read("/Users/7").path("fullName").asString());
        assertEquals("jdoe", client().read("/Users/7").path("uid").asString());
    }
}
