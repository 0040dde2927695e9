package io.alignemulator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.ChildJvm;
import io.alignemulator.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/add-a-resource.md promises: its two files, and no Java, make a resource with every verb. The calls follow each other on one server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(120)
class AddAResourceTest {

    private static final Path OPENAPI = Path.of("openapi");
    private static final String LISTENING = "listening on ";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Process server;
    private static URI api;

    @BeforeAll
    static void addGadgetsAndStart() throws IOException {
        String page = Files.readString(Path.of("docs/add-a-resource.md"));
        Path openapi = copy(OPENAPI, "openapi", ".*\\.(yaml|schema\\.json)");
        Path fixtures = copy(Path.of("fixtures/minimal"), "fixtures", ".*\\.json");
        Files.writeString(openapi.resolve("resources/Gadget.yaml"), block(page, "yaml"));
        Files.writeString(fixtures.resolve("Gadgets.json"), block(page, "json"));
        String classes = folder.resolve("classes").toString();
        CatalogueCompiler.main(new String[] {openapi.toString(), classes});
        OpenApiGenerator.write(Path.of(classes), OpenApiGenerator.texts(openapi, ExampleSite.NONE));
        String classPath = classes + System.getProperty("path.separator") + System.getProperty("java.class.path");
        start(ChildJvm.command(classPath, Main.class, List.of(), "--port=0", "--fixtures=" + fixtures));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.destroy();
            server.onExit().join();
        }
    }

    @Test
    @Order(1)
    void aListIsFilteredByAComputedKey() {
        JsonNode list = json(get("/gadgets?$filter=partsCount%20ge%202"));
        assertEquals(1, list.size(), list.toString());
        assertEquals("Sprocket", list.get(0).path("name").asString());
        assertTrue(list.get(0).path("self").asString().endsWith("/rest/align/api/2/gadgets/1"), list.toString());
    }

    @Test
    @Order(1)
    void keysComeInTheOrderOfTheFileAndComputedOnesAreComputed() {
        JsonNode lever = json(get("/Gadget/2"));
        assertEquals(
                List.of(
                        "id",
                        "name",
                        "state",
                        "programId",
                        "programTitle",
                        "parts",
                        "partsCount",
                        "closedBy",
                        "closedDate",
                        "createDate",
                        "self"),
                List.copyOf(lever.propertyNames()));
        assertEquals(json(get("/programs/1")).path("title"), lever.path("programTitle"));
        assertEquals(0, lever.path("partsCount").asInt());
    }

    @Test
    @Order(1)
    void expandAddsWhatTheReferenceNames() {
        JsonNode sprocket = json(get("/gadgets/1?expand=true"));
        assertEquals(1, sprocket.path("program").path("id").asInt(), sprocket.toString());
    }

    @Test
    @Order(1)
    void refusalsAreSentencesWithItsNoun() {
        assertRefused("Cannot create gadget. name is required.", send("POST", "/gadgets", "{\"programId\": 1}"));
        assertRefused(
                "Cannot create gadget. Value for name is invalid.",
                send("POST", "/gadgets", "{\"name\": \"Lever\", \"programId\": 1}"));
        assertRefused(
                "Cannot create gadget. Value for programId is invalid.",
                send("POST", "/gadgets", "{\"name\": \"Crank\", \"programId\": 9999}"));
        assertRefused(
                "Cannot update gadget with id 2. Value for state is invalid.",
                send("PUT", "/gadgets/2", "{\"name\": \"Lever\", \"programId\": 1, \"state\": 3}"));
        assertTrue(get("/gadgets?$filter=colour%20eq%201").body().contains("Cannot find gadgets. "));
    }

    @Test
    @Order(1)
    void whoDoesNotHaveThePageMayNotLookAndWhoDoesNotWriteMayNotWrite() {
        assertEquals(200, send("user:4|team-member", "GET", "/gadgets", "").statusCode());
        assertEquals(
                403,
                send("user:5|read-only", "POST", "/gadgets", "{\"name\": \"Crank\", \"programId\": 1}")
                        .statusCode());
        assertEquals(401, send("nobody", "GET", "/gadgets", "").statusCode());
    }

    @Test
    @Order(2)
    void postMakesOneWithDefaultsAndTheTime() {
        HttpResponse<String> created = send("POST", "/gadgets", "{\"name\": \"Wheel\", \"programId\": 1}");
        assertEquals(201, created.statusCode(), created.body());
        JsonNode wheel = json(get("/gadgets/" + created.body()));
        assertEquals(1, wheel.path("state").asInt());
        assertFalse(wheel.path("createDate").isNull(), wheel.toString());
    }

    @Test
    @Order(3)
    void patchStampsAndComputesAnew() {
        HttpResponse<String> patched = send(
                "PATCH",
                "/gadgets/1",
                "[{\"op\": \"replace\", \"path\": \"/state\", \"value\": 2}, {\"op\": \"add\", \"path\": \"/parts/-\", \"value\": \"pin\"}]");
        assertEquals(204, patched.statusCode(), patched.body());
        JsonNode sprocket = json(get("/gadgets/1"));
        assertEquals(3, sprocket.path("partsCount").asInt());
        assertEquals("1", sprocket.path("closedBy").asString());
        assertFalse(sprocket.path("closedDate").isNull(), sprocket.toString());
        assertTrue(json(get("/gadgets/1/auditlog")).size() > 0, "the change is in the audit log");
    }

    @Test
    @Order(4)
    void putReplacesTheWholeRecord() {
        HttpResponse<String> put = send("PUT", "/gadgets/1", "{\"name\": \"Cog\", \"programId\": 1}");
        assertEquals(204, put.statusCode(), put.body());
        assertEquals("Cog", json(get("/gadgets/1")).path("name").asString());
    }

    @Test
    @Order(5)
    void deleteTakesItAway() {
        assertEquals(204, send("DELETE", "/gadgets/2", "").statusCode());
        HttpResponse<String> gone = get("/gadgets/2");
        assertEquals(404, gone.statusCode());
    }

    @Test
    @Order(6)
    void theOpenApiDocumentDescribesIt() throws IOException {
        JsonNode document = JsonMapper.shared()
                .readTree(folder.resolve("classes/io/alignemulator/http/jira-align-2.0.json")
                        .toFile());
        JsonNode paths = document.path("paths");
        assertEquals(
                List.of("get", "post"),
                List.copyOf(paths.path("/rest/align/api/2/Gadgets").propertyNames()).stream()
                        .filter(verb -> !verb.equals("parameters"))
                        .toList());
        assertTrue(paths.path("/rest/align/api/2/Gadgets/{id}").has("delete"), paths.toString());
        assertTrue(document.path("components").path("schemas").has("GadgetExpandedDto"), "its schema");
    }

    /** The first block of that language on the page. */
    private static String block(String page, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(block.find(), "the page has no block of " + language);
        return block.group(1);
    }

    private static Path copy(Path from, String name, String names) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> f.toString().matches(names)).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to;
    }

    private static void start(List<String> command) throws IOException {
        server = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(LISTENING)) {
                api = URI.create(line.substring(LISTENING.length()));
                return;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the emulator did not start: " + said);
    }

    private static HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return send("user:1|super-admin", method, path, body);
    }

    private static HttpResponse<String> send(String token, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/rest/align/api/2" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "bearer " + token)
                .header("Content-Type", "application/json")
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return JsonMapper.shared().readTree(response.body());
    }

    private static void assertRefused(String sentence, HttpResponse<String> response) {
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains(sentence), response.body());
    }
}
