package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies, host names and probes. */
@Tag("in-process")
class NetworkMannersTest extends BlackBox {

    private static final Settings PROXIED = EmulatedSite.SETTINGS
            .with(Settings.RATE_LIMIT, "1/60:60")
            .with(ServerSettings.TRUSTED_PROXIES, "127.0.0.0/8,2001:db8::/32");

    private static Answer get(EmulatedSite site, Map<String, String> headers) {
        return new Wire(site.uri(), site.token()).send("GET", "/rest/align/api/2/Regions/1", headers, new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1:5000",
        "2001:DB9::1, 2001:db9:0:0:0:0:0:1",
        "[2001:db9::2]:443, 2001:db9::2",
        "192.0.2.7, '192.0.2.7, 2001:db8:5::9'"
    })
    @Rule("RATE-08")
    void anAddressIsTheSameInEverySpelling(String one, String other) {
        try (EmulatedSite site = EmulatedSite.start(PROXIED)) {
            get(site, Map.of("X-Forwarded-For", one)).expect(200);
            get(site, Map.of("X-Forwarded-For", other)).expect(429);
            get(site, Map.of("X-Forwarded-For", "192.0.2.99")).expect(200);
        }
    }

    @Test
    @Rule("RATE-08")
    void whatIsNoAddressCountsForThePeer() {
        try (EmulatedSite site = EmulatedSite.start(PROXIED)) {
            get(site, Map.of("X-Forwarded-For", "unknown")).expect(200);
            get(site, Map.of("X-Forwarded-For", "x".repeat(10_000))).expect(429);
        }
    }

    @Test
    @Rule("EMUL-01")
    void anUnknownNameBelowLocalhostIsNoSandbox() {
        Map<String, String> unknown =
                Map.of("Host", "nobody.localhost:8080", "Authorization", "Bearer " + site().token());
        assertEquals(
                "There is no such sandbox.",
                wire().send("GET", "/rest/align/api/2/Regions/1", unknown, new byte[0])
                        .expect(404)
                        .body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "align", "x.internal:80", "127.0.0.1:1", "[::1]"})
    @Rule("EMUL-12")
    void aServerOnLoopbackAnswersUnderNamesOfThisMachine(String host) {
        get(Map.of("Host", host)).expect(200);
    }

    @Test
    @Rule("EMUL-12")
    void aServerOnLoopbackRefusesNamesThatCouldBeAnybodys() {
        Answer refused = get(Map.of("Host", "evil.example")).expect(403);
        assertTrue(refused.body().contains("control-hosts"), refused.body());
        try (EmulatedSite named = EmulatedSite.with(ServerSettings.CONTROL_HOSTS, "site.jiraalign.example")) {
            get(named, Map.of("Host", "site.jiraalign.example:8080")).expect(200);
        }
        try (EmulatedSite proxied = EmulatedSite.with(ServerSettings.TRUSTED_PROXIES, "127.0.0.1")) {
            get(proxied, Map.of("Host", "outside.example")).expect(200);
        }
    }

    private Answer get(Map<String, String> headers) {
        return wire().send("GET", "/rest/align/api/2/Regions/1", headers, new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz"})
    @Rule("EMUL-12")
    void probesAreAnsweredUnderEveryNameAndWithoutTheControlApi(String path) {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.CONTROL, "off")) {
            Answer answer =
                    new Wire(site.uri(), "").send("GET", path, Map.of("Host", "10-1-2-3.pods.example"), new byte[0]);
            assertEquals("ok", answer.expect(200).body());
        }
    }
}
