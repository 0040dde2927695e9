package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server below a path of its own, and behind a proxy that takes one off. */
@Rule("EMUL-42")
class BasePathTest extends BlackBox {

    private static final String API = "/rest/align/api/2";

    private final EmulatedSite below = EmulatedSite.start(EmulatedSite.SETTINGS.with(
            Map.of("base-path", "/team/align", "trusted-proxies", "127.0.0.1,::1", "fixtures", "minimal")));

    @AfterAll
    void close() {
        below.close();
    }

    private Answer get(String path, Map<String, String> headers) {
        Wire wire = new Wire(below.uri().resolve("/"), "");
        return wire.send("GET", path, with(headers, "Authorization", "bearer user:1|super-admin"), new byte[0]);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(name, value);
        return all;
    }

    @Test
    void itsAddressSaysWhereItIs() {
        assertEquals("/team/align", below.uri().getPath());
        below.client().get("/Regions/1").expect(200);
    }

    @Test
    void everyLinkThatItTellsHasThePath() {
        String self = get("/team/align" + API + "/Regions/1", Map.of())
                .expect(200)
                .json()
                .path("self")
                .asString();
        assertTrue(self.endsWith("/team/align" + API + "/regions/1"), self);
        String page =
                get("/team/align/rest/align/api/docs", Map.of()).expect(200).body();
        assertTrue(page.contains("\"/team/align/rest/align/api/docs/swagger-ui.css\""), page);
        assertFalse(page.contains("\"/rest/"), page);
        String sandboxes =
                get("/team/align/_emulator/sandboxes", Map.of()).expect(200).body();
        assertTrue(sandboxes.contains("/team/align" + API), sandboxes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {API + "/Regions/1", "/_emulator/health", "/", "/team", "/team/alignment" + API + "/Regions/1"})
    void elsewhereIsNothing(String path) {
        get(path, Map.of()).expectEmpty(404);
    }

    @Test
    void probesAreAtTheRoot() {
        get("/readyz", Map.of()).expect(200);
    }

    @Test
    void theJournalTellsThePathBelowIt() {
        get("/team/align" + API + "/Regions/1?$select=id", Map.of()).expect(200);
        String journal =
                get("/team/align/_emulator/requests", Map.of()).expect(200).body();
        assertTrue(journal.contains("\"" + API + "/Regions/1\""), journal);
    }

    @ParameterizedTest
    @CsvSource({
        "/outer,       /outer/team/align",
        "/outer/,      /outer/team/align",
        "/a/b,         /a/b/team/align",
        "outer,        /team/align",
        "//evil.example, /team/align",
        "/a\"b,        /team/align",
    })
    void aTrustedProxyTellsWhatItTookOff(String prefix, String told) {
        String self = get(
                        "/team/align" + API + "/Regions/1",
                        Map.of("X-Forwarded-Prefix", prefix, "Host", "site.example"))
                .expect(200)
                .json()
                .path("self")
                .asString();
        assertEquals("http://site.example" + told + API + "/regions/1", self);
    }

    @Test
    void anybodyElseTellsNothing() {
        try (EmulatedSite direct = EmulatedSite.with(ServerSettings.TRUSTED_PROXIES, "203.0.113.9")) {
            Answer answer = new Wire(direct.uri(), "")
                    .send(
                            "GET",
                            API + "/Regions/1",
                            Map.of("Authorization", "bearer user:1|super-admin", "X-Forwarded-Prefix", "/outer"),
                            new byte[0]);
            assertFalse(answer.expect(200).body().contains("/outer"), answer.body());
        }
    }
}
