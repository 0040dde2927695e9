package io.alignemulator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name in the catalogue that leads nowhere ends the build with file, line and key. */
class CatalogueLinksTest {

    private static final Path OPENAPI = Path.of("openapi");

    @TempDir
    private Path openapi;

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectory(openapi.resolve("resources"));
        try (var files = Files.walk(OPENAPI)) {
            for (Path file : files.filter(f -> f.toString().matches(".*(\\.yaml|\\.schema\\.json)"))
                    .toList()) {
                Files.copy(file, openapi.resolve(OPENAPI.relativize(file)));
            }
        }
    }

    @ParameterizedTest(name = "{0}: {2} -> {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Epic           | title         | title: Epic              | title: Epics             | the file is called Epic
            Epic           | required      | required: [title,        | required: [name,         | Epic does not have the key name
            Epic           | x-scope.program | program: [primaryProgramId | program: [programId    | Epic does not have the key programId
            Task           | x-scope.parent  | parent: [storyId]      | parent: [featureId]      | Task does not have the key featureId
            Portfolio      | x-scope.team  | team: [teamId]           | team: [teams.teamId]     | Portfolio does not have the key teams
            User           | x-scope.team  | team: [teams.teamId]     | team: [teams.team]       | the model does not have the key team
            Objective      | x-scope.by    | mode: tier, by: tier     | mode: tier, by: level    | Objective does not have the key level
            Epic           | x-stamps.0    | date: notStartedDate     | date: begun              | Epic does not have the key begun
            Epic           | x-access.create | create: Add Agile Objects | create: Add Things   | actions.yaml does not have the action 'Add Things'
            Epic           | x-expand.owner.from | from: ownerId      | from: owner              | Epic does not have the key owner
            Objective      | x-expand.keyResults.from | from: KeyResult.parentId | from: KeyResult.parent | KeyResult does not have the key parent
            Epic           | x-expand.owner.resource | resource: User | resource: Person         | the catalogue does not have the resource Person
            Theme          | properties.goalId.x-ref | x-ref: Goal.id | x-ref: Goals.id     | the catalogue does not have the resource Goals
            Epic           | properties.processStepId.x-ref | x-ref: ValueStream.processSteps.id | x-ref: ValueStream.processSteps.key | the model does not have the key key
            Risk           | properties.relatedItemId.x-ref-by | x-ref-by: {riskType: | x-ref-by: {kind:  | Risk does not have the key kind
            Objective      | properties.portfolioId.x-required-when | x-required-when: {tier: [4]} | x-required-when: {level: [4]} | Objective does not have the key level
            Epic           | properties.featureIds.x-derived.reverse | reverse: Feature.parentId | reverse: Feature.epicId | Feature does not have the key epicId
            Story          | properties.isAccepted.x-derived.when | when: {state: 5} | when: {status: 5} | Story does not have the key status
            Dependency     | properties.isBlocked.x-derived.flag | flag: blocked | flag: block          | Dependency does not have the key block
            ReleaseVehicle | properties.storiesCount.x-derived.count | count: storyIds | count: stories | ReleaseVehicle does not have the key stories
            ReleaseVehicle | properties.releaseName.x-derived.echo | echo: releaseId.title | echo: releaseId.name | Release does not have the key name
            ReleaseVehicle | properties.releaseName.x-derived.echo | echo: releaseId.title | echo: title.title | title is no reference of ReleaseVehicle
            KeyResult      | properties.valueUpdates.items.$ref | schemas/ValueEngineeringDto | schemas/ValueDto | models.yaml does not have the model ValueDto
            User           | properties.email.x-source | format: email, x-unique: true, x-evidence: documented, x-source: KB-TEAMFILTER | format: email, x-unique: true, x-evidence: documented, x-source: KB-TEAM | sources.yaml does not have the source KB-TEAM
            WorkItemMilestone | x-paths.0    | "Themes/{themeId}/       | "Themes/{theme}/         | WorkItemMilestone does not have the key theme
            WorkItemMilestone | x-paths.0    | parent: Theme}           | parent: Topic}           | the catalogue does not have the resource Topic
            Feature        | x-rules.2.place | place: primaryProgramId, why | place: program, why  | Feature does not have the key program
            Story          | x-rules.2.rule | rule: LIFE-16           | rule: WRIT-99            | RuleId does not have the rule WRIT-99
            Milestone      | x-records-of  | x-records-of: Objective  | x-records-of: Objectives | the catalogue does not have the resource Objectives
            """)
    void aNameThatLeadsNowhereEndsTheBuild(String resource, String key, String written, String instead, String what)
            throws IOException {
        Path file = openapi.resolve("resources/" + resource + ".yaml");
        String yaml = Files.readString(file);
        int at = yaml.indexOf(written);
        assertTrue(at >= 0, "the file does not hold " + written);
        Files.writeString(file, yaml.substring(0, at) + instead + yaml.substring(at + written.length()));
        long line = 1 + yaml.substring(0, at).chars().filter(c -> c == '\n').count();
        String place = "resources/" + resource + ".yaml:" + line + ": " + key;
        String mistakes = mistakes();
        assertTrue(
                mistakes.lines().anyMatch(each -> each.startsWith(place) && each.endsWith(": " + what)),
                () -> place + ": " + what + " is not in\n" + mistakes);
    }

    @Test
    void soDoesOneInANestedModel() throws IOException {
        Path models = openapi.resolve("models.yaml");
        Files.writeString(models, Files.readString(models).replace("x-ref: Epic.id", "x-ref: Epos.id"));
        assertEquals(
                "models.yaml:%d: EpicStatusReportDto.properties.epicId.x-ref: the catalogue does not have the resource Epos"
                        .formatted(lineOf(models, "x-ref: Epos.id")),
                mistakes().lines().skip(1).findFirst().orElseThrow());
    }

    private static long lineOf(Path file, String text) throws IOException {
        String content = Files.readString(file);
        return content.substring(0, content.indexOf(text)).lines().count();
    }

    private String mistakes() {
        return assertThrows(IllegalArgumentException.class, () -> CatalogueCompiler.readSources(openapi))
                .getMessage();
    }
}
