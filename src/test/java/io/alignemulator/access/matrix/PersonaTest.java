package io.alignemulator.access.matrix;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Both readings of the rules, the tests' and the server's, on a site small enough to work out by hand. */
class PersonaTest {

    private static final Rules RULES = Rules.load();

    @ParameterizedTest
    @CsvSource({
        // A portfolio team: its portfolio and all of its programs.
        "105, Program, 10, WRITE",
        "105, Program, 11, WRITE",
        "105, Program, 12, WRITE",
        "105, Program, 20, NONE",
        "105, Portfolio, 1, WRITE",
        "105, Portfolio, 2, NONE",
        "105, Team, 105, WRITE",
        "105, Team, 106, NONE",
        "105, Team, 102, WRITE",
        // A program team: the programs it names or that name it, for writing; their portfolio to look at.
        "102, Program, 10, WRITE",
        "102, Program, 11, NONE",
        "102, Portfolio, 1, READ",
        "102, Portfolio, 2, NONE",
        "106, Program, 11, WRITE",
        "106, Program, 10, NONE",
        // A solution team: the programs of its solution too.
        "103, Program, 12, WRITE",
        "103, Program, 11, WRITE",
        "103, Program, 10, NONE",
        "103, Portfolio, 1, READ",
        // An agile team reads its programs and writes itself.
        "101, Program, 10, READ",
        "101, Program, 20, READ",
        "101, Program, 11, NONE",
        "101, Portfolio, 2, READ",
        "101, Team, 101, WRITE",
        "101, Team, 102, READ",
        "101, Team, 103, NONE",
        // Any other team reaches itself, an inactive one nothing, and nobody's member nothing either.
        "104, Program, 10, NONE",
        "104, Team, 104, WRITE",
        "107, Program, 20, NONE",
        "107, Team, 107, NONE",
        "0, Program, 10, NONE",
        // A home counts for portfolio records only.
        "102, Release, 1, WRITE",
        "102, Release, 2, NONE",
        "105, Release, 2, WRITE",
        // The team of a story is enough; a task is where its story is.
        "101, Story, 1, READ",
        "101, Story, 2, WRITE",
        "102, Story, 1, WRITE",
        "102, Story, 2, NONE",
        "105, Epic, 1, WRITE",
        "106, Epic, 1, NONE"
    })
    void membershipsReach(long team, String resource, long id, Level level) {
        Persona persona = member(team);
        JsonNode row = persona.world().get(resource, id);
        assertEquals(level, persona.level(resource, row));
        assertEquals(level, SmallSite.level(team, resource, row));
    }

    @ParameterizedTest
    @CsvSource({
        "106, Story, '{programId:11}', WRITE",
        "103, Story, '{programId:11}', WRITE",
        "105, Story, '{programId:11}', WRITE",
        "108, Story, '{programId:30}', NONE",
        "102, Task, '{storyId:1}', WRITE",
        "101, Task, '{storyId:1}', READ",
        "101, Task, '{storyId:2}', WRITE",
        "102, Task, '{storyId:3}', NONE",
        "102, Task, '{storyId:77}', NONE",
        "102, Risk, '{programId:10}', WRITE",
        // While a program is set, nothing else counts.
        "102, Risk, '{programId:20, releaseId:1}', NONE",
        "102, Risk, '{releaseId:1}', WRITE",
        "102, Risk, '{programId:null, releaseId:3, riskType:2, relatedItemId:1}', NONE",
        "102, Risk, '{riskType:2, relatedItemId:1}', WRITE",
        "101, Risk, '{riskType:2, relatedItemId:1}', READ",
        "106, Risk, '{riskType:2, relatedItemId:1}', NONE",
        "102, Risk, '{relatedItemId:3}', NONE",
        "102, Risk, '{relatedItemId:1}', WRITE",
        "102, Risk, '{}', NONE",
        "101, Objective, '{tier:1, programId:10}', READ",
        "101, Objective, '{tier:1, programId:11, teamIds:[101]}', WRITE",
        "101, Objective, '{tier:2, programId:11, teamIds:[101]}', NONE",
        "102, Objective, '{tier:2, programId:20, programIds:[10]}', WRITE",
        "102, Objective, '{tier:1, programId:20, programIds:[10]}', NONE",
        "103, Objective, '{tier:3, solutionId:12}', WRITE",
        "103, Objective, '{tier:3, programId:12, solutionId:20}', NONE",
        "105, Objective, '{tier:4, portfolioId:1}', WRITE",
        "102, Objective, '{tier:4, portfolioId:1, programId:10}', NONE",
        "102, AnchorSprint, '{releaseId:1}', WRITE",
        "102, AnchorSprint, '{releaseId:2}', NONE",
        "102, Dependency, '{requestingProgramId:20, dependsOnTeamId:102}', WRITE",
        "102, ReleaseVehicle, '{portfolioIds:[1]}', NONE",
        "105, ReleaseVehicle, '{portfolioIds:[2,1]}', WRITE",
        "101, ValueStream, '{programIds:[20], teamId:104}', READ",
        "0, Theme, '{programIds:[20]}', WRITE",
        "0, Defect, '{programId:20}', WRITE"
    })
    void recordsAreReached(long team, String resource, String row, Level level) {
        assertEquals(level, member(team).level(resource, SmallSite.tree(row)));
        assertEquals(level, SmallSite.level(team, resource, SmallSite.tree(row)));
    }

    @Test
    void theRoleOpensPages() {
        Persona persona = persona(1, "[]");
        assertAll(
                () -> assertTrue(persona.opens("Epic")),
                () -> assertFalse(persona.updates("Epic")),
                () -> assertTrue(persona.opens("Story") && persona.creates("Story") && persona.updates("Story")),
                () -> assertFalse(persona.opens("Feature") || persona.creates("Feature")),
                () -> assertTrue(persona.opens("Objective") && persona.opens("KeyResult")),
                () -> assertTrue(persona.creates("KeyResult")),
                () -> assertFalse(persona.creates("Portfolio")));
    }

    @Test
    void eachTierOfObjectivesHasItsPage() {
        Persona persona = persona(1, "[]");
        assertAll(
                () -> assertTrue(persona.opens("Objective", SmallSite.tree("{tier:1}"))
                        && persona.updates("Objective", SmallSite.tree("{tier:1}"))),
                () -> assertTrue(persona.opens("Objective", SmallSite.tree("{tier:2}"))),
                () -> assertFalse(persona.updates("Objective", SmallSite.tree("{tier:2}"))),
                () -> assertFalse(persona.opens("Objective", SmallSite.tree("{tier:3}"))
                        || persona.opens("Objective", SmallSite.tree("{tier:4}"))));
    }

    @Test
    void aWriteTakesBothThePageAndTheAction() {
        assertFalse(persona(2, "[]").updates("Story"));
        assertFalse(persona(3, "[]").updates("Story"));
        assertTrue(persona(2, "[]").opens("Story") && persona(3, "[]").opens("Story"));
    }

    @Test
    void superAdminNeedsNeitherToggleNorTeam() {
        Persona persona = persona(9, "[]");
        assertTrue(persona.opens("Snapshot") && persona.updates("Snapshot"));
        assertEquals(Level.WRITE, persona.level("Story", persona.world().get("Story", 3)));
    }

    private static Persona member(long team) {
        return persona(1, team == 0 ? "[]" : "[{teamId:" + team + "}]");
    }

    private static Persona persona(long role, String teams) {
        return new Persona(RULES, SmallSite.read(role, teams), 1);
    }
}
