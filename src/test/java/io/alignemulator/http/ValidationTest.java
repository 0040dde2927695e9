package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a write refuses although its JSON is fine. */
@Tag("in-process")
class ValidationTest extends BlackBox {

    private static final String STALE = "Cannot update epic with id 3. Value for ownerId is invalid.";

    @Test
    @Rule("WRIT-05")
    void aStaleStoredValueBlocksAnUnrelatedChange() {
        client().replace("/Epics/3", "title", "\"Renamed\"").expectSentence(400, STALE);
        client().put("/Epics/3", "{\"title\":\"t\",\"primaryProgramId\":1,\"ownerId\":\"6\"}")
                .expectSentence(400, STALE);
        client().patch(
                        "/Epics/3",
                        "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"t\"},{\"op\":\"replace\",\"path\":\"/ownerId\",\"value\":\"2\"}]")
                .expectEmpty(204);
        client().replace("/Epics/3", "title", "\"Renamed\"").expect(204);
    }

    @Test
    @Rule({"WRIT-05", "WRIT-21"})
    void deactivatingAnOwnerMakesTheirRecordsStale() {
        client().replace("/Objectives/1", "notes", "\"n\"").expect(204);
        client().replace("/Users/3", "isLocked", "-1").expect(204);
        client().replace("/Objectives/1", "notes", "\"m\"")
                .expectSentence(400, "Cannot update milestone with id 1. Value for ownerId is invalid.");
    }

    @Test
    @Rule("WRIT-05")
    void onlyWhatWasSentMayBeValidated() {
        try (EmulatedSite lax = EmulatedSite.with(Settings.WHOLE_ENTITY_VALIDATION, "off")) {
            lax.client().replace("/Epics/3", "title", "\"Renamed\"").expect(204);
            lax.client()
                    .replace("/Epics/1", "ownerId", "\"6\"")
                    .expectSentence(400, "Cannot update epic with id 1. Value for ownerId is invalid.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/Epics/1, ownerId, '\"nobody\"'",
        "/Epics/1, ownerId, '\"6\"'",
        "/Epics/1, themeId, 99",
        "/Epics/1, releaseIds, '[1,99]'",
        "/Epics/1, processStepId, 1",
        "/Epics/1, primaryProgramId, 0",
        "/Epics/1, customFields, '[{\"customfield_12345\":null}]'",
        "/Epics/1, customFields, '[{\"customfield_90791\":[{\"value\":\"Sunday\",\"id\":99}]}]'",
        "/Stories/1, featureId, 3",
        "/Stories/1, featureId, 4711",
        "/Features/1, ownerId, '\"8\"'",
        "/Features/1, parentId, 4",
        "/Features/1, parentId, 5",
        "/Capabilities/5001, parentId, 4",
        "/Capabilities/5001, parentId, 1",
        "/Tasks/1, storyId, 0",
        "/Cities/1, regionId, 9",
        "/Objectives/1, ownerId, '\"6\"'",
        "/KeyResults/1, parentType, 3",
        "/Risks/1, relatedItemId, 999"
    })
    @Rule({"WRIT-20", "WRIT-21", "CUST-03", "WRIT-24"})
    void anUnfitReferenceIsRefused(String item, String field, String value) {
        String before = client().get(item).body();
        Answer answer = client().replace(item, field, value);
        assertEquals(400, answer.status(), answer.body());
        assertEquals(answer.body().replaceFirst("\\. .*", ". Value for " + field + " is invalid."), answer.body());
        assertEquals(before, client().get(item).body());
    }

    @Test
    @Rule("WRIT-07")
    void whatIsBadByItselfIsToldBeforeWhatFollowsFromIt() {
        client().replace("/Features/1", "primaryProgramId", "4711")
                .expectSentence(400, "Cannot update feature with id 1. Value for primaryProgramId is invalid.");
        client().replace("/Features/1", "primaryProgramId", "79")
                .expectSentence(400, "Cannot update feature with id 1. Value for ownerId is invalid.");
        client().post("/Features", "{\"title\":\"t\",\"primaryProgramId\":4711,\"parentId\":1,\"ownerId\":\"2\"}")
                .expectSentence(400, "Cannot create feature. Value for primaryProgramId is invalid.");
    }

    @Test
    @Rule("WRIT-07")
    void whatTheCallSentIsToldBeforeWhatWasStaleBefore() {
        client().replace("/Epics/3", "workCodeId", "4711")
                .expectSentence(400, "Cannot update epic with id 3. Value for workCodeId is invalid.");
    }

    @Test
    @Rule("WRIT-22")
    void aFeaturesOwnerBelongsToTheProgram() {
        for (String member : new String[] {"2", "3", "4"}) {
            client().replace("/Features/1", "ownerId", "\"" + member + "\"").expect(204);
        }
        client().replace("/Features/1", "ownerId", "\"8\"")
                .expectSentence(400, "Cannot update feature with id 1. Value for ownerId is invalid.");
        client().patch("/Users/8", "[{\"op\":\"add\",\"path\":\"/teams/-\",\"value\":{\"teamId\":3,\"roleId\":3}}]")
                .expect(204);
        client().replace("/Features/1", "ownerId", "\"8\"").expect(204);
    }

    @Test
    @Rule("WRIT-23")
    void aFeaturesParentLiesInTheSameProgram() {
        String feature = "{\"title\":\"t\",\"primaryProgramId\":79,\"parentId\":%d}";
        client().post("/Features", feature.formatted(7)).expect(201);
        client().post("/Features", feature.formatted(6))
                .expectSentence(400, "Cannot create feature. Value for parentId is invalid.");
        client().replace("/Epics/6", "additionalProgramIds", "[79]").expect(204);
        client().post("/Features", feature.formatted(6)).expect(201);
    }

    @Test
    @Rule("OKR-05")
    void aKeyResultIsRefusedForItsParentType() {
        String sentence = "Cannot create Key Result. Value for parentType is invalid.";
        client().post("/KeyResults", "{\"parentId\":999,\"parentType\":44,\"type\":1}")
                .expectSentence(400, sentence);
        client().post("/KeyResults", "{\"parentId\":1,\"parentType\":3,\"type\":1}")
                .expectSentence(400, sentence);
        client().post("/KeyResults", "{\"parentId\":1,\"parentType\":44,\"type\":1}")
                .expect(201);
    }

    @Test
    @Rule("WRIT-27")
    void zeroAndNullBothMeanNone() {
        client().replace("/Features/1", "parentId", "0").expect(204);
        client().replace("/Features/1", "themeId", "0").expect(204);
        client().replace("/Features/1", "parentId", "null").expect(204);
        client().replace("/Programs/1", "teamId", "-1").expect(204);
    }

    @Test
    @Rule("WRIT-19")
    void whatManySitesInsistOnMayBeRequired() {
        String epic = "{\"title\":\"t\",\"description\":\"d\",\"primaryProgramId\":1}";
        String story = "{\"title\":\"t\",\"programId\":11}";
        client().post("/Stories", story).expect(201);
        client().replace("/Features/4", "title", "\"t\"").expect(204);
        try (EmulatedSite strict = EmulatedSite.with(Settings.REQUIRED_OPTIONS, "on")) {
            strict.client()
                    .replace("/Features/4", "title", "\"t\"")
                    .expectSentence(400, "Cannot update feature with id 4. description is required.");
            strict.client().replace("/Features/1", "title", "\"t\"").expect(204);
            strict.client().post("/Epics", epic).expect(201);
        }
    }

    @Test
    @Rule("WRIT-16")
    void theLengthOfATitleIsASetting() {
        String title = "{\"name\":\"" + "x".repeat(300) + "\"}";
        client().post("/Regions", title)
                .expectSentence(400, "Cannot create region. name must be between 1 and 255 characters.");
        client().post("/Regions", title.replace("x".repeat(45), "")).expect(201);
        try (EmulatedSite free = EmulatedSite.with(Settings.TITLE_LIMIT, "0")) {
            free.client().post("/Regions", title).expect(201);
        }
        try (EmulatedSite tight = EmulatedSite.with(Settings.TITLE_LIMIT, "4")) {
            tight.client()
                    .post("/Regions", "{\"name\":\"North\"}")
                    .expectSentence(400, "Cannot create region. name must be between 1 and 4 characters.");
        }
    }
}
