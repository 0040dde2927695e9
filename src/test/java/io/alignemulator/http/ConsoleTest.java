package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console without a browser: where it is, who is let in, what protects it, and that looking is no call. */
@Rule("EMUL-34")
class ConsoleTest extends BlackBox {

    private static final String BASE = "/_emulator/console";

    @ParameterizedTest
    @ValueSource(strings = {"/", BASE, BASE + "/", "/_EMULATOR/Console"})
    void theOverviewIsAtTheRootAndAtTheBase(String path) {
        Answer page = wire().get(path).expect(200);
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        assertTrue(page.body().contains("<h1>Overview</h1>"), page.body());
        assertTrue(page.body().contains("user:1|super-admin"), "the tokens are there to copy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", BASE + "/nothing", BASE + "/assets/console.css", BASE + "/assets/console.js"})
    void everyAnswerLetsNothingInThatIsNotOfThisServer(String path) {
        Answer page = wire().get(path);
        String policy = page.header("content-security-policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", page.header("x-content-type-options"));
        assertEquals("no-referrer", page.header("referrer-policy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/assets/nothing.css",
                "/assets/../Console.class",
                "/assets/%2e%2e/Console.class",
                "/?site=nobody"
            })
    void whatIsNotThereIs404WithASentence(String path) {
        assertTrue(wire().get(BASE + path).expect(404).body().contains("There is no ")
                || wire().get(BASE + path).body().contains("has no page"));
    }

    @Test
    void pagesAreForReading() {
        assertEquals(
                "GET",
                wire().send("POST", BASE, Map.of(), new byte[0]).expect(405).header("allow"));
        wire().send("POST", "/", Map.of(), new byte[0]).expectEmpty(404);
    }

    @Test
    void lookingIsNeitherCountedNorInTheJournal() {
        try (EmulatedSite site = EmulatedSite.with(Settings.RATE_LIMIT, "2/60:60")) {
            Wire wire = new Wire(site.uri(), site.token());
            for (int i = 0; i < 5; i++) {
                wire.get("/").expect(200);
            }
            assertEquals(
                    0,
                    Client.control(site.uri(), "GET", "/requests", "", Map.of())
                            .expect(200)
                            .json()
                            .path("total")
                            .asInt());
            assertTrue(wire.get("/").body().contains("No call was counted"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "control"})
    void switchedOffItIsNotThere(String setting) {
        try (EmulatedSite site = EmulatedSite.start(EmulatedSite.SETTINGS.with(Map.of(setting, "off")))) {
            Wire wire = new Wire(site.uri(), site.token());
            wire.get("/").expectEmpty(404);
            wire.get(BASE).expect(404);
            wire.get(BASE + "/assets/console.css").expect(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", BASE + "/assets/console.css"})
    void itAnswersUnderItsOwnNamesAndToItsOwnPagesOnly(String path) {
        wire().send("GET", path, Map.of("Host", "evil.example.com"), new byte[0])
                .expect(403);
        wire().send("GET", path, Map.of("Origin", "http://evil.example.com"), new byte[0])
                .expect(403);
        wire().send("GET", path, Map.of("Sec-Fetch-Site", "cross-site"), new byte[0])
                .expect(403);
    }

    @Test
    void whoLacksTheControlTokenIsAskedForIt() {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.CONTROL_TOKEN, "open sesame")) {
            Wire wire = new Wire(site.uri(), site.token());
            Answer asked = wire.get("/").expect(401);
            assertTrue(asked.body().contains("Control token"), asked.body());
            assertFalse(asked.body().contains("user:1|"), "nothing of the site is told");
            wire.get(BASE + "/assets/console.css").expect(200);
            wire.send("POST", BASE + "/session", Map.of("X-Control-Token", "wrong"), new byte[0])
                    .expect(401);
            String cookie = signedIn(wire);
            assertFalse(cookie.contains("sesame"), "the cookie is not the token");
            String pair = cookie.split(";")[0];
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
            wire.send("GET", "/", Map.of("Cookie", pair), new byte[0]).expect(200);
            wire.send("GET", "/", Map.of("Cookie", pair + "0"), new byte[0]).expect(401);
        }
    }

    @Test
    void theSessionIsGoodForTheControlApiFromTheOwnOriginOnly() {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.CONTROL_TOKEN, "open sesame")) {
            Wire wire = new Wire(site.uri(), site.token());
            String pair = signedIn(wire).split(";")[0];
            String own = site.uri().toString();
            wire.send("POST", "/_emulator/reset", Map.of("Cookie", pair), new byte[0])
                    .expect(401);
            wire.send("POST", "/_emulator/reset", Map.of("Cookie", pair, "Origin", "http://localhost:1"), new byte[0])
                    .expect(403);
            wire.send("POST", "/_emulator/reset", Map.of("Cookie", pair, "Sec-Fetch-Site", "same-site"), new byte[0])
                    .expect(403);
            wire.send("POST", "/_emulator/reset", Map.of("Cookie", pair, "Sec-Fetch-Site", "none"), new byte[0])
                    .expect(401);
            wire.send("POST", "/_emulator/reset", Map.of("Cookie", pair, "Sec-Fetch-Site", "same-origin"), new byte[0])
                    .expect(204);
            wire.send("POST", "/_emulator/reset", Map.of("Cookie", pair, "Origin", own), new byte[0])
                    .expect(204);
        }
    }

    private static String signedIn(Wire wire) {
        return wire.send("POST", BASE + "/session", Map.of("X-Control-Token", "open sesame"), new byte[0])
                .expect(204)
                .header("set-cookie");
    }

    @Test
    void theSiteIsChosenByTheAddressOrTheHost() {
        control("POST", "/sandboxes", "{\"name\": \"other\", \"fixtures\": \"minimal\"}")
                .expect(201);
        assertTrue(wire().get("/").body().contains("data-site=\"default\""));
        assertTrue(wire().get("/?site=other").body().contains("data-site=\"other\""));
        assertTrue(wire().send("GET", "/", Map.of("Host", "other.localhost"), new byte[0])
                .body()
                .contains("data-site=\"other\""));
        control("DELETE", "/sandboxes/other", "").expect(204);
    }

    @Test
    void everyAddressOfAPageLiesBelowTheBasePath() {
        try (EmulatedSite site = EmulatedSite.start(
                EmulatedSite.SETTINGS.with(Map.of("base-path", "/team/align", "fixtures", "demo")))) {
            URI server = URI.create("http://" + site.uri().getAuthority());
            Wire wire = new Wire(server, site.token());
            for (String page : List.of("/", BASE + "/work", BASE + "/records/epics/1001", BASE + "/nothing")) {
                String body = wire.get("/team/align" + page).body();
                List<String> outside = Pattern.compile("(?:href|src|action|data-branch|data-control)=\"([^\"#]+)\"")
                        .matcher(body)
                        .results()
                        .map(each -> each.group(1))
                        .filter(each -> !each.startsWith("/team/align/"))
                        .toList();
                assertEquals(List.of(), outside, page);
                assertTrue(body.contains("console.css"), body);
            }
        }
    }
}
