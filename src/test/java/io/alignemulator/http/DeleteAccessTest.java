package io.alignemulator.http;

import io.alignemulator.rules.Rule;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may take a custom hierarchy away: whoever has its page to edit and the action that its changes need. */
@Tag("in-process")
class DeleteAccessTest extends BlackBox {

    private static final String PAGE = "Administration > Custom Hierarchies";
    private static final String ACTION = "Manage Agile Objects (Admin)";

    @Test
    @Rule("ACCS-02")
    void whoHasThePageAndTheActionDeletes() {
        person("addEdit", ACTION)
                .send("DELETE", "/CustomHierarchies/1", Map.of(), "")
                .expect(204);
        client().get("/CustomHierarchies/1").expect(404);
    }

    @Test
    @Rule("ACCS-02")
    void whoMayOnlyLookAtThePageDoesNot() {
        refused(person("view", ACTION));
    }

    @Test
    @Rule("ACCS-02")
    void whoHasThePageWithoutTheActionDoesNot() {
        refused(person("addEdit", "Add Agile Objects"));
    }

    private void refused(Client someone) {
        someone.get("/CustomHierarchies/1").expect(200);
        someone.send("DELETE", "/CustomHierarchies/1", Map.of(), "").expectEmpty(403);
        client().get("/CustomHierarchies/1").expect(200);
    }

    /** Somebody whose role holds the page in one way and one action. */
    private Client person(String how, String action) {
        control("POST", "/import", """
                {"fixtures": {
                  "SystemRoles": [{"id": 77, "name": "Keeper", "%s": ["%s"], "actions": ["%s"]}],
                  "Users": [{"id": 777, "firstName": "K", "lastName": "K", "email": "k@k.example", "roleId": 77}],
                  "_tokens": [{"token": "user:777|keeper", "userId": 777}]}}
                """.formatted(how, PAGE, action)).expect(200);
        return client().as("user:777|keeper");
    }
}
