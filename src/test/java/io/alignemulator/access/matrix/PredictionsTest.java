package io.alignemulator.access.matrix;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the second reading of the rules expects of calls; the site is that of {@link SmallSite}. */
class PredictionsTest {

    private static final Rules RULES = Rules.load();

    /** A member of agile team 101, which reads programs 10 and 20. */
    private final Predictions member = new Predictions(RULES, SmallSite.read(1, "[{teamId:101}]"), 1);

    @Test
    void theTableHasTheOfficialResources() {
        assertAll(
                () -> assertEquals(25, RULES.resources().size()),
                () -> assertEquals(
                        List.of("Portfolio", "ValueStream", "Customer", "Idea"),
                        RULES.resources().stream()
                                .filter(name -> RULES.any(name).update().isEmpty())
                                .toList()),
                () -> assertTrue(RULES.resources().stream().allMatch(name -> FixtureWorld.catalogue()
                        .resource(name)
                        .collection()
                        .equals(RULES.any(name).collection()))),
                () -> assertEquals(27, RULES.pages().size()),
                () -> assertEquals(4, RULES.actions().size()));
    }

    @Test
    void aListHoldsWhatIsReached() {
        assertAll(
                () -> assertEquals(Expected.content(200), member.list("Story")),
                () -> assertEquals(List.of(1L, 2L, 3L), member.ids("Story")),
                () -> assertEquals(Expected.empty(403), member.list("Release")));
    }

    @Test
    void oneRecordIsThereHiddenOrClosed() {
        Predictions stranger = new Predictions(RULES, SmallSite.read(1, "[{teamId:106}]"), 1);
        assertAll(
                () -> assertEquals(200, member.get("Story", 3).status()),
                () -> assertTrue(stranger.get("Story", 3).isMetBy(404, "Cannot get story with id 3.")),
                () -> assertFalse(stranger.get("Story", 3).isMetBy(404, "")),
                () -> assertTrue(member.get("Story", 77).isMetBy(404, "Cannot get story with id 77.")),
                () -> assertTrue(member.get("Release", 77).isMetBy(403, "")));
    }

    @Test
    void aWriteNeedsAPageARecordAndARightToIt() {
        assertAll(
                () -> assertEquals(
                        Expected.empty(403),
                        member.update("Epic", 1, member.persona().world().get("Epic", 1))),
                () -> assertEquals(
                        405, member.update("Portfolio", 1, SmallSite.tree("{}")).status()),
                () -> assertEquals(
                        404, member.update("Story", 77, SmallSite.tree("{}")).status()),
                () -> assertEquals(Expected.empty(403), update(1, "{programId:10}")),
                () -> assertEquals(204, update(2, "{programId:20, teamId:101}").status()));
    }

    @Test
    void whatARecordNamesHasToBeReached() {
        Expected refused = update(2, "{programId:11, teamId:101, featureId:null}");
        assertAll(
                () -> assertTrue(
                        refused.isMetBy(400, "Cannot update story with id 2. Value for programId is invalid.")),
                () -> assertFalse(refused.isMetBy(400, "Cannot update story with id 2. Value for teamId is invalid.")),
                () -> assertEquals(
                        201,
                        member.create("Story", SmallSite.tree("{programId:10, teamId:101}"))
                                .status()),
                () -> assertTrue(member.create("Story", SmallSite.tree("{programId:11, teamId:101}"))
                        .isMetBy(400, "Cannot create story. Value for programId is invalid.")));
    }

    @Test
    void aRecordStaysWhereTheCallerMayWrite() {
        Expected refused = member.create("Story", SmallSite.tree("{programId:10, teamId:102}"));
        assertTrue(refused.isMetBy(400, "Cannot create story. Value for teamId is invalid."));
        assertTrue(refused.isMetBy(400, "Cannot create story. Value for programId is invalid."));
        assertFalse(refused.isMetBy(400, "Cannot create story. Value for ownerId is invalid."));
        assertEquals(400, update(2, "{programId:10}").status());
    }

    @Test
    void referencesAreFoundWhereverTheyStand() {
        NamedRecords names = new NamedRecords(member.persona());
        assertEquals(
                List.of("parentType"), names.outOfScope("KeyResult", SmallSite.tree("{parentId:1,parentType:44}")));
        assertEquals(List.of(), names.outOfScope("KeyResult", SmallSite.tree("{parentId:2}")));
        assertEquals(
                List.of("releaseId"),
                names.outOfScope(
                        "Feature", SmallSite.tree("{releaseId:2, primaryProgramId:10, parentId:1, themeId:0}")));
        assertEquals(
                List.of("points"), names.outOfScope("Epic", SmallSite.tree("{points:[{releaseId:1}, {releaseId:2}]}")));
        assertEquals(
                List.of("relatedItemId"), names.outOfScope("Risk", SmallSite.tree("{riskType:1, relatedItemId:2}")));
        assertEquals(List.of(), names.outOfScope("Risk", SmallSite.tree("{riskType:2, relatedItemId:1}")));
    }

    @Test
    void aDeactivatedUserIsNobody() {
        Predictions deactivated = new Predictions(RULES, SmallSite.read(1, "[]"), 2);
        assertAll(
                () -> assertEquals(Expected.empty(401), deactivated.list("Epic")),
                () -> assertEquals(Expected.empty(401), deactivated.get("Epic", 77)),
                () -> assertEquals(Expected.empty(401), deactivated.create("Epic", SmallSite.tree("{}"))),
                () -> assertEquals(Expected.empty(405), deactivated.update("Idea", 1, SmallSite.tree("{}"))));
    }

    private Expected update(long story, String after) {
        return member.update("Story", story, SmallSite.tree(after));
    }
}
