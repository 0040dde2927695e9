package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 600 calls in 60 seconds, then a block of 60. */
class RateLimitHttpTest extends BlackBox {

    private static final Settings REAL = EmulatedSite.SETTINGS.with(Settings.RATE_LIMIT, "600/60:60");

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    EmulatedSite start() {
        return EmulatedSite.start(REAL, NOON);
    }

    @Test
    @Rule({"RATE-01", "RATE-03", "RATE-06"})
    void theSixHundredAndFirstCallStartsTheBlock() {
        exhaust(600);
        Answer refused = client().get("/Regions/1");
        refused.expectSentence(429, "429 too many requests");
        assertEquals("", refused.header("retry-after"));
        clock().advance(Duration.ofMillis(59_999));
        client().get("/Regions/1").expect(429);
        clock().advance(Duration.ofMillis(1));
        client().get("/Regions/1").expect(200);
    }

    @Test
    @Rule("RATE-02")
    void everyCallCounts() {
        exhaust(595);
        client().as("nonsense").get("/Epics").expect(401);
        client().get("/nothing").expect(404);
        client().send("DELETE", "/Epics/1", Map.of(), "").expect(405);
        client().post("/Epics", "{").expect(400);
        wire().get("//rest/align/api/2/epics/1").expect(200);
        client().as("nonsense").get("/Epics").expectSentence(429, "429 too many requests");
    }

    @Test
    @Rule("RATE-03")
    void theWindowSlides() {
        exhaust(300);
        clock().advance(Duration.ofSeconds(30));
        exhaust(300);
        clock().advance(Duration.ofSeconds(30));
        exhaust(300);
        client().get("/Regions/1").expect(429);
    }

    @Test
    @Rule("RATE-04")
    void callsWhileBlockedDoNotCount() {
        exhaust(600);
        for (int i = 0; i < 59; i++) {
            client().get("/Regions/1").expect(429);
            clock().advance(Duration.ofSeconds(1));
        }
        clock().advance(Duration.ofSeconds(1));
        exhaust(600);
        client().get("/Regions/1").expect(429);
    }

    @Test
    @Rule("RATE-07")
    void whatIsNotTheApiIsNotCounted() {
        exhaust(600);
        client().get("/Regions/1").expect(429);
        for (String path : List.of(
                "/rest/align/api/docs/index.html",
                "/rest/align/api/docs/v2/swagger.json",
                "/About",
                "/_emulator/health")) {
            assertEquals(200, wire().get(path).status(), path);
        }
        assertEquals(
                204,
                wire().send("POST", "/_emulator/reset", Map.of("Content-Length", "0"), new byte[0])
                        .status());
        client().get("/Regions/1").expect(200);
    }

    @Test
    @Rule("RATE-08")
    void aForgedAddressDoesNotHelp() {
        exhaust(600);
        forwarded(site(), "10.9.8.7").expect(429);
    }

    @Test
    @Rule("RATE-08")
    void behindATrustedProxyEachClientCountsAlone() {
        Settings proxied =
                REAL.with(Settings.RATE_LIMIT, "3/60:60").with(ServerSettings.TRUSTED_PROXIES, "127.0.0.1, 10.0.0.1");
        try (EmulatedSite site = EmulatedSite.start(proxied, NOON)) {
            for (int i = 0; i < 3; i++) {
                forwarded(site, "192.0.2.1").expect(200);
                forwarded(site, "6.6.6.6, 192.0.2.2, 10.0.0.1").expect(200);
            }
            forwarded(site, "192.0.2.1, 10.0.0.1").expect(429);
            forwarded(site, "7.7.7.7, 192.0.2.2").expect(429);
            forwarded(site, "192.0.2.3").expect(200);
        }
    }

    @Test
    @Rule({"RATE-01", "RATE-04", "RATE-05"})
    void retryAfterAndExtendingBlocksAreSettings() {
        Settings changed = REAL.with(Settings.RATE_LIMIT, "2/10:30")
                .with(Settings.RETRY_AFTER, "on")
                .with(Settings.BLOCK_EXTENDS, "on");
        try (EmulatedSite site = EmulatedSite.start(changed, NOON)) {
            site.client().get("/Regions/1").expect(200);
            site.client().get("/Regions/1").expect(200);
            assertEquals("30", site.client().get("/Regions/1").expect(429).header("retry-after"));
            site.clock().advance(Duration.ofMillis(29_500));
            assertEquals("30", site.client().get("/Regions/1").expect(429).header("retry-after"));
            site.clock().advance(Duration.ofSeconds(30));
            site.client().get("/Regions/1").expect(200);
        }
    }

    @Test
    @Rule("RATE-01")
    void ofTwoThousandCallsAtOnceSixHundredPass() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<Integer>> calls = Stream.<Callable<Integer>>generate(
                            () -> () -> client().get("/Regions/1").status())
                    .limit(2000)
                    .toList();
            int passed = 0;
            for (Future<Integer> call : threads.invokeAll(calls)) {
                passed += call.get() == 200 ? 1 : 0;
            }
            assertEquals(600, passed);
        } finally {
            threads.shutdownNow();
        }
    }

    private void exhaust(int calls) {
        IntStream.range(0, calls).forEach(i -> client().get("/Regions/1").expect(200));
    }

    private static Answer forwarded(SiteUnderTest site, String addresses) {
        return new Client(site.uri(), site.token()).send("GET", "/Regions/1", Map.of("X-Forwarded-For", addresses), "");
    }
}
