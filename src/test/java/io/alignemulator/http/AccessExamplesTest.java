package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What the published pages say of roles and scope, each as they say it. */
@Tag("in-process")
class AccessExamplesTest extends BlackBox {

    private static final Path DEMO = Path.of("fixtures/demo");
    private static final String READER = "user:5|read-only";

    @TempDir
    Path folder;

    @Override
    SiteUnderTest start() {
        return start("demo");
    }

    SiteUnderTest start(String fixtures) {
        return EmulatedSite.with(ServerSettings.FIXTURES, fixtures);
    }

    @Test
    @Rule({"ACCS-05", "ACCS-01"})
    void aReaderOfOnePortfolioReadsItsEpicsAndWritesNone() throws IOException {
        assertReadsTheEpicsOfPortfolioOne(client().as(READER));
    }

    @Test
    @Rule({"ACCS-01", "ACCS-02"})
    void aRoleOfOnePageReadsNothingElse() throws IOException {
        try (SiteUnderTest site =
                withRole(93, "\"view\":[\"Portfolio > Manage > Epics\"],\"actions\":[\"Add Agile Objects\"]")) {
            Client reader = new Client(site.uri(), READER);
            assertReadsTheEpicsOfPortfolioOne(reader);
            seedResources().stream()
                    .filter(resource -> !resource.name().equals("Epic"))
                    .forEach(resource -> {
                        reader.get("/" + resource.collection()).expectEmpty(403);
                        reader.get("/" + resource.collection() + "/1").expectEmpty(403);
                    });
            JsonNode expanded = reader.read("/Epics/1001?expand=true");
            List.of("owner", "primaryProgram", "theme").forEach(key -> assertFalse(expanded.has(key), key));
            assertEquals("[]", expanded.path("features").toString());
            assertEquals("[]", expanded.path("releases").toString());
            assertEquals("[1]", expanded.path("releaseIds").toString());
            assertEquals(1, expanded.path("primaryProgramId").asInt());
        }
    }

    private void assertReadsTheEpicsOfPortfolioOne(Client reader) throws IOException {
        TreeSet<Integer> programs = new TreeSet<>();
        fixture("Programs").forEach(program -> {
            if (program.path("portfolioId").asInt() == 1) {
                programs.add(program.path("id").asInt());
            }
        });
        List<Integer> own = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (JsonNode epic : fixture("Epics")) {
            boolean inside = programs.contains(epic.path("primaryProgramId").asInt())
                    || epic.path("additionalProgramIds").valueStream().anyMatch(id -> programs.contains(id.asInt()));
            (inside ? own : others).add(epic.path("id").asInt());
        }
        assertTrue(!own.isEmpty() && !others.isEmpty() && own.size() < 100);
        assertEquals(own, reader.get("/Epics?$orderby=id").ids());
        reader.get("/Epics/" + own.get(0)).expect(200);
        reader.get("/Epics/" + others.get(0)).expectSentence(404, "Cannot get epic with id " + others.get(0) + ".");
        String body = "{\"title\":\"Mine\",\"primaryProgramId\":1}";
        reader.post("/Epics", body).expectEmpty(403);
        for (int id : List.of(own.get(0), others.get(0), 4711)) {
            reader.put("/Epics/" + id, body).expectEmpty(403);
            reader.replace("/Epics/" + id, "title", "\"Mine\"").expectEmpty(403);
        }
    }

    @TestFactory
    @Rule({"ACCS-06", "ACCS-02"})
    Stream<DynamicTest> aTeamMemberWithoutATeam() {
        int user = client().create(
                        "/Users",
                        "{\"firstName\":\"Nell\",\"lastName\":\"Newcomer\",\"email\":\"nell.newcomer@example.com\",\"roleId\":1,"
                                + "\"regionId\":1,\"cityId\":1,\"divisionId\":1,\"costCenterId\":1}");
        Client newcomer = client().as(token(user));
        Map<String, String> observed = Map.of(
                "closed", "Users, Products",
                "with rows", "Themes, Goals, KeyResults, Customers, Regions, Defects",
                "empty",
                        "Epics, Capabilities, Features, Stories, Tasks, Programs, Portfolios, Teams, Releases, Iterations, Objectives");
        return observed.entrySet().stream().flatMap(kind -> Stream.of(
                        kind.getValue().split(", "))
                .map(collection -> dynamicTest(collection + " is " + kind.getKey(), () -> {
                    Answer answer = newcomer.get("/" + collection);
                    switch (kind.getKey()) {
                        case "closed" -> answer.expectEmpty(403);
                        case "empty" -> assertEquals("[]", answer.expect(200).body());
                        default -> assertFalse(answer.ids().isEmpty());
                    }
                })));
    }

    /** A new token of a user. */
    private String token(int user) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site().uri() + "/_emulator/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"userId\": " + user + "}"))
                .build();
        JsonNode token = Client.send(request).expect(201).json();
        assertEquals(user, token.path("userId").asInt());
        return token.path("token").asString();
    }

    @TestFactory
    @Rule({"ACCS-06", "ACCS-02"})
    Stream<DynamicTest> everyActiveUserMayAskWhoTheyAre() throws IOException {
        return fixture("_tokens")
                .valueStream()
                .map(each -> dynamicTest(each.path("token").asString(), () -> {
                    Answer answer = client().as(each.path("token").asString()).get("/Users/whoami");
                    if (each.path("userId").asInt() == 6) {
                        answer.expectEmpty(401);
                    } else {
                        assertEquals(
                                each.path("userId"), answer.expect(200).json().path("id"));
                    }
                }));
    }

    @Test
    @Rule("ADDR-19")
    void addressesAndVerbsComeFirst() {
        for (Client caller : List.of(client().as(READER), client().as("user:6|deactivated"), client().as("nonsense"))) {
            caller.get("/Initiatives").expectEmpty(404);
            caller.put("/Portfolios/1", "{}").expectEmpty(405);
            caller.patch("/Ideas/4711", "[]").expectEmpty(405);
            caller.send("DELETE", "/Epics/1001", Map.of(), "").expectEmpty(405);
        }
    }

    @Test
    @Rule("ACCS-09")
    void anObjectiveStandsOnThePageOfItsTier() throws IOException {
        String role =
                "\"view\":[\"Team > Manage > Objectives\"],\"addEdit\":[\"Program > Manage > Objectives\"],\"actions\":[\"Add Agile Objects\"]";
        try (SiteUnderTest site = withRole(92, role)) {
            Client manager = new Client(site.uri(), "user:3|program-manager");
            Client admin = client(site);
            String place = "\"programId\":2,\"portfolioId\":1,\"solutionId\":2}";
            int team = admin.create("/Objectives", "{\"name\":\"a\",\"tier\":1," + place);
            int program = admin.create("/Objectives", "{\"name\":\"b\",\"tier\":2," + place);
            int solution = admin.create("/Objectives", "{\"name\":\"c\",\"tier\":3," + place);
            int portfolio = admin.create("/Objectives", "{\"name\":\"d\",\"tier\":4," + place);
            List<Integer> shown =
                    manager.get("/Objectives?$filter=id%20ge%20" + team).ids();
            assertAll(
                    () -> assertEquals(List.of(team, program), shown),
                    () -> manager.get("/Objectives/" + team).expect(200),
                    () -> manager.get("/Objectives/" + solution).expectEmpty(403),
                    () -> assertEquals(
                            List.of(), manager.get("/Objectives?id=" + solution).ids()),
                    () -> manager.get("/Objectives/" + portfolio)
                            .expectSentence(404, "Cannot get milestone with id " + portfolio + "."),
                    () -> manager.replace("/Objectives/" + team, "name", "\"x\"")
                            .expectEmpty(403),
                    () -> manager.replace("/Objectives/" + program, "name", "\"x\"")
                            .expectEmpty(204),
                    () -> manager.replace("/Objectives/" + solution, "name", "\"x\"")
                            .expectEmpty(403),
                    () -> manager.replace("/Objectives/" + portfolio, "name", "\"x\"")
                            .expectSentence(404, "Cannot get milestone with id " + portfolio + "."),
                    () -> manager.post("/Objectives", "{\"name\":\"n\",\"tier\":2,\"programId\":2}")
                            .expect(201),
                    () -> manager.post("/Objectives", "{\"name\":\"n\",\"tier\":1,\"programId\":2}")
                            .expectEmpty(403),
                    () -> assertFalse(manager.get("/KeyResults").ids().isEmpty()));
        }
    }

    /** The demo site with other toggles of one role. */
    private SiteUnderTest withRole(int id, String toggles) throws IOException {
        try (Stream<Path> files = Files.list(DEMO)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        ArrayNode roles = JsonMapper.shared().createArrayNode();
        JsonNode made =
                JsonMapper.shared().readTree("{\"id\":" + id + ",\"name\":\"Made for a test\"," + toggles + "}");
        fixture("SystemRoles").forEach(role -> roles.add(role.path("id").asInt() == id ? made : role));
        Files.writeString(folder.resolve("SystemRoles.json"), roles.toString());
        return start(folder.toString());
    }

    private static Client client(SiteUnderTest site) {
        return new Client(site.uri(), site.token());
    }

    private static JsonNode fixture(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(DEMO.resolve(name + ".json")));
    }
}
