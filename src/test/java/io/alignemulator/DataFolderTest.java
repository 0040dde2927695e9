package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Json;
import io.alignemulator.client.ControlException;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import io.alignemulator.protocol.TokenScope;
import io.alignemulator.rules.Rule;
import io.alignemulator.save.folder.Batch;
import io.alignemulator.save.folder.SaveFolder;
import io.alignemulator.settings.SettingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sandboxes in a folder go on after a restart as if there had been none. */
@Rule("EMUL-21")
class DataFolderTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @TempDir
    Path copies;

    private JiraAlignEmulator start(String fixtures) {
        return builder(fixtures).start();
    }

    private Builder builder(String fixtures) {
        return JiraAlignEmulator.builder().fixtures(fixtures).set("data", folder);
    }

    private static String call(String method, Sandbox sandbox, Persona persona, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.apiUri() + path))
                .header("Authorization", persona.authorization())
                .header("Content-Type", "application/json");
        HttpResponse<String> response = HTTP.send(
                request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    @Test
    @Rule({"EMUL-21", "AUTH-02"})
    void aTokenOfTheSignOnFindsItsSandboxAndGoesOnAfterARestart() throws Exception {
        Instant end = Instant.parse("2026-01-06T00:00:00Z");
        String token;
        try (JiraAlignEmulator server = start("minimal")) {
            Sandbox other = Emulator.at(server.uri())
                    .newSandbox(new Sandbox.Options()
                            .name("other")
                            .clock(end.minusSeconds(60))
                            .set("authentication", "both"));
            token = other.newToken(4, TokenScope.READ, Optional.of(end));
            assertEquals(200, basic(server, "GET", token));
            assertEquals(403, basic(server, "POST", token));
        }
        try (JiraAlignEmulator server = start("empty")) {
            assertEquals(200, basic(server, "GET", token));
            assertEquals(403, basic(server, "POST", token));
            Emulator.at(server.uri()).sandbox("other").clock().set(end);
            assertEquals(401, basic(server, "GET", token));
        }
    }

    private static int basic(JiraAlignEmulator server, String method, String token)
            throws IOException, InterruptedException {
        String pair = "casey.member@example.com:" + token;
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.apiUri() + "/stories"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void everythingGoesOnAfterARestart() throws Exception {
        String token;
        String gone;
        try (JiraAlignEmulator server = start("minimal")) {
            Emulator emulator = Emulator.at(server.uri());
            Persona admin = emulator.sandbox().persona("super-admin");
            assertEquals("201 2", call("POST", emulator.sandbox(), admin, "/regions", "{\"name\":\"South\"}"));
            Sandbox other = emulator.newSandbox(new Sandbox.Options()
                    .name("other")
                    .clock(Instant.parse("2026-01-05T09:00:00Z"))
                    .set("page-cap", 7));
            Persona otherAdmin = other.persona("super-admin");
            token = otherAdmin.token();
            other.snapshots().put("before");
            assertEquals("201 2", call("POST", other, otherAdmin, "/regions", "{\"name\":\"East\"}"));
            gone = call("POST", other, otherAdmin, "/customhierarchies", "{\"name\":\"gone\"}")
                    .substring(4);
            assertEquals("204 ", call("DELETE", other, otherAdmin, "/customhierarchies/" + gone, ""));
            other.newToken(4);
            emulator.newSandbox(new Sandbox.Options().name("ended")).close();
        }
        try (JiraAlignEmulator server = start("empty")) {
            Emulator emulator = Emulator.at(server.uri());
            assertEquals(List.of("default", "other"), emulator.sandboxes());
            Sandbox main = emulator.sandbox();
            Persona admin = main.persona("super-admin");
            assertTrue(call("GET", main, admin, "/regions/2", "").contains("South"));
            assertTrue(call("GET", main, admin, "/epics/1", "").startsWith("200"), "the fixtures of the first start");
            Sandbox other = emulator.sandbox("other");
            Persona otherAdmin = other.persona("super-admin");
            assertEquals(token, otherAdmin.token());
            assertTrue(call("GET", other, otherAdmin, "/regions/2", "").contains("East"));
            assertEquals(Instant.parse("2026-01-05T09:00:00Z"), other.clock().now());
            assertEquals("7", other.settings().get("page-cap"));
            String next = call("POST", other, otherAdmin, "/customhierarchies", "{\"name\":\"new\"}");
            assertEquals("201 " + (Integer.parseInt(gone) + 1), next, "no id is given twice");
            other.snapshots().restore("before");
            assertTrue(call("GET", other, otherAdmin, "/regions/2", "").startsWith("404"));
            main.reset();
            assertTrue(call("GET", main, admin, "/regions/2", "").startsWith("404"));
        }
        try (JiraAlignEmulator server = start("empty")) {
            Emulator emulator = Emulator.at(server.uri());
            Persona admin = emulator.sandbox().persona("super-admin");
            assertTrue(call("GET", emulator.sandbox(), admin, "/regions/2", "").startsWith("404"));
            assertTrue(call("GET", emulator.sandbox(), admin, "/epics/1", "").startsWith("200"));
        }
    }

    @Test
    void aSandboxThatEndsLeavesNothingInTheFolder() throws Exception {
        String key;
        try (JiraAlignEmulator server = start("minimal")) {
            Emulator emulator = Emulator.at(server.uri());
            Persona admin = emulator.sandbox().persona("super-admin");
            call("POST", emulator.sandbox(), admin, "/regions", "{\"name\":\"South\"}");
            Sandbox first = emulator.newSandbox(new Sandbox.Options().from("default"));
            String token = first.persona("super-admin").token();
            key = token.substring(token.indexOf('|') + 1, token.indexOf('|') + 9);
            first.snapshots().put("kept");
            Sandbox second = emulator.newSandbox(new Sandbox.Options().from(first.name()));
            first.close();
            assertTrue(call("GET", second, second.persona("super-admin"), "/regions/2", "")
                    .contains("South"));
            try (SaveFolder shared = openCopy()) {
                assertTrue(shared.rows("seed-" + key).isPresent(), "the other one begins with it too");
            }
            second.close();
        }
        try (SaveFolder left = SaveFolder.open(folder, Catalogue.load())) {
            assertTrue(left.rows("seed-" + key).isEmpty());
            assertTrue(left.documents().keySet().stream().noneMatch(name -> name.contains(key)));
            assertTrue(left.rows("seed-default").isPresent());
        }
    }

    /** The folder as it is at this moment, as a kill would leave it. */
    private SaveFolder openCopy() throws IOException {
        Path copy = copies;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.toString().endsWith(".lock")
                            && !each.toString().endsWith(".guard"))
                    .toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return SaveFolder.open(copy, Catalogue.load());
    }

    @Test
    void aFolderInUseIsRefused() {
        try (JiraAlignEmulator server = start("minimal")) {
            SettingException refused = assertThrows(SettingException.class, () -> start("minimal"));
            assertFalse(String.valueOf(refused.getMessage()).contains("\n"));
            assertTrue(server.port() > 0);
        }
    }

    @Test
    void sandboxesThatComeAndGoAtTheSameTimeTakeNothingFromTheOthers() throws Exception {
        List<String> tokens = Collections.synchronizedList(new ArrayList<>());
        // each token is tried afterwards, and there are hundreds
        try (JiraAlignEmulator server =
                builder("minimal").set("rate-limit", "off").start()) {
            Emulator emulator = Emulator.at(server.uri());
            List<CompletableFuture<Void>> hands = new ArrayList<>();
            AtomicInteger made = new AtomicInteger();
            for (int i = 0; i < 3; i++) {
                hands.add(CompletableFuture.runAsync(() -> {
                    while (made.getAndIncrement() < 150) {
                        String life = made.get() % 3 == 0 ? ",\"timeToLive\":\"PT0.001S\"" : "";
                        tokens.addAll(tokensOfNew(server, "{\"name\":\"x\"" + life + "}"));
                    }
                }));
            }
            for (int i = 0; i < 4; i++) {
                hands.add(CompletableFuture.runAsync(() -> {
                    while (made.get() < 150) {
                        attempt(() -> emulator.sandbox("x").close());
                    }
                }));
            }
            hands.forEach(CompletableFuture::join);
            attempt(() -> emulator.sandbox("x").close());
            assertEquals(List.of("default"), emulator.sandboxes());
            assertFalse(tokens.isEmpty(), "some were made");
            for (String token : tokens) {
                String answer = call("GET", emulator.sandbox(), new Persona("nobody", 1, token), "/epics/1", "");
                assertTrue(answer.startsWith("401"), "the token of a sandbox that is over: " + answer);
            }
        }
        try (JiraAlignEmulator server = start("empty")) {
            Emulator emulator = Emulator.at(server.uri());
            assertEquals(List.of("default"), emulator.sandboxes());
            Persona admin = emulator.sandbox().persona("super-admin");
            assertTrue(call("GET", emulator.sandbox(), admin, "/epics/1", "").startsWith("200"), "its seed is there");
        }
    }

    /** The tokens of a sandbox that was made; none when its name was taken. */
    private static List<String> tokensOfNew(JiraAlignEmulator server, String body) {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/_emulator/sandboxes"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer =
                HTTP.sendAsync(request, BodyHandlers.ofByteArray()).join();
        assertTrue(answer.statusCode() == 201 || answer.statusCode() == 409, () -> "status " + answer.statusCode());
        List<String> tokens = new ArrayList<>();
        Json.read(answer.body()).path("tokens").forEach(token -> tokens.add(token.asString()));
        return tokens;
    }

    /** Whoever comes too early or too late is told so, and it does not matter here. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (ControlException e) {
            assertEquals(404, e.status(), e::toString);
        }
    }

    @Test
    void aFolderThatLostTheRecordsASiteBeganWithIsRefusedAndAnEmptySiteIsNot() {
        start("minimal").close();
        try (SaveFolder saved = SaveFolder.open(folder, Catalogue.load())) {
            saved.submit(new Batch().dropWorld("seed-default")).join();
        }
        SettingException refused = assertThrows(SettingException.class, () -> start("minimal"));
        assertEquals(
                "Cannot use " + folder + ": it is damaged (the records that sandbox default began with are missing);"
                        + " nothing was changed, restore the folder from a copy",
                refused.getMessage());
        Path other = copies.resolve("other");
        for (int i = 0; i < 2; i++) {
            JiraAlignEmulator.builder()
                    .fixtures("empty")
                    .set("data", other)
                    .start()
                    .close();
        }
    }

    @Test
    void withoutAFolderNothingTouchesTheDisk() throws IOException {
        try (JiraAlignEmulator server =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            server.reset();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
