package io.alignemulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What /metrics tells whoever runs a server. */
@Rule("EMUL-41")
class MetricsTest extends BlackBox {

    private static String figures(EmulatedSite site) {
        Answer answer = new Wire(site.uri(), "").get("/metrics").expect(200);
        assertTrue(answer.header("content-type").startsWith("text/plain"), answer.header("content-type"));
        return answer.body();
    }

    /** The value of a line that begins so. */
    private static double value(String figures, String name) {
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(figures);
        assertTrue(line.find(), () -> name + " in\n" + figures);
        return Double.parseDouble(line.group(1));
    }

    @Test
    void callsAreCountedByMethodAndStatus() {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.FIXTURES, "minimal")) {
            site.client().get("/Regions/1").expect(200);
            site.client().get("/Regions/1").expect(200);
            site.client().get("/Regions/999999").expect(404);
            site.client().send("BREW", "/Regions/1", Map.of(), "");
            String figures = figures(site);
            assertEquals(2, value(figures, "align_calls_seconds_count{method=\"GET\",status=\"200\"}"));
            assertEquals(1, value(figures, "align_calls_seconds_count{method=\"GET\",status=\"404\"}"));
            assertTrue(value(figures, "align_calls_seconds_sum{method=\"GET\",status=\"200\"}") > 0);
            assertTrue(figures.contains("{method=\"other\",status=\""), figures);
            assertEquals(0, value(figures, "align_calls_failed_total"));
            assertEquals(1, value(figures, "align_sandboxes"));
            assertTrue(value(figures, "align_journal_size_bytes") > 0);
            assertTrue(figures.contains("jvm_memory_used_bytes{area=\"heap\""), figures);
        }
    }

    @Test
    void aCallThatIsOneTooManyIsABlockedOne() {
        try (EmulatedSite site = EmulatedSite.with(Settings.RATE_LIMIT, "2/60:60")) {
            site.client().get("/Regions").expect(200);
            site.client().get("/Regions").expect(200);
            site.client().get("/Regions").expect(429);
            assertEquals(1, value(figures(site), "align_calls_blocked_total"));
            assertEquals(1, value(figures(site), "align_calls_seconds_count{method=\"GET\",status=\"429\"}"));
        }
    }

    @Test
    void whatTheJournalGaveUpIsCounted() {
        try (EmulatedSite site = EmulatedSite.with(Settings.JOURNAL_SIZE, "2")) {
            for (int i = 0; i < 5; i++) {
                site.client().get("/Regions").expect(200);
            }
            assertEquals(3, value(figures(site), "align_journal_dropped_total"));
        }
    }

    @Test
    void whatIsKeptOfAnswersIsToldInBytes() {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.FIXTURES, "minimal")) {
            assertEquals(0, value(figures(site), "align_answers_kept_bytes"));
            int length = site.client().get("/Regions").expect(200).body().length();
            site.client().get("/Regions").expect(200);
            assertTrue(value(figures(site), "align_answers_kept_bytes") > length, figures(site));
        }
    }

    @Test
    void answersThatNobodyReadsAreToldInBytesAndThoseThatAreGivenUpAreCountedOnce() throws IOException {
        List<Socket> clients = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (EmulatedSite site = EmulatedSite.withLargeExport()) {
            assertEquals(0, value(figures(site), "align_answers_unread_bytes"));
            List<CompletableFuture<Socket>> all = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> begun(site), threads))
                    .limit(48)
                    .toList();
            all.forEach(each -> clients.add(each.join()));
            assertTrue(value(figures(site), "align_answers_unread_bytes") > 0, figures(site));
            double dropped = value(figures(site), "align_answers_dropped_total");
            assertTrue(dropped > 0 && dropped < clients.size(), figures(site));
        } finally {
            threads.shutdownNow();
            for (Socket each : clients) {
                each.close();
            }
        }
    }

    /** A client that has the beginning of its answer, and reads no more. */
    private static Socket begun(EmulatedSite site) {
        try {
            Socket client = site.askForExport();
            client.getInputStream().readNBytes(1);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsSavedIsCountedWithItsTime(@TempDir Path folder) {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.DATA, folder.toString())) {
            double before = value(figures(site), "align_saves_seconds_count");
            site.client()
                    .patch("/Epics/" + site.client().read("/Epics").path(0).path("id"), "[]")
                    .expect(204);
            site.client().post("/Regions", "{\"name\":\"Figures\"}");
            String figures = figures(site);
            assertTrue(value(figures, "align_saves_seconds_count") > before, figures);
            assertEquals(0, value(figures, "align_saves_refused_total"));
        }
    }

    @Test
    void theyAreThereUnderEveryNameWithoutTheControlApiAndCanBeOff() {
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.CONTROL, "off")) {
            new Wire(site.uri(), "")
                    .send("GET", "/metrics", Map.of("Host", "align.team.example:8080"), new byte[0])
                    .expect(200);
        }
        try (EmulatedSite site = EmulatedSite.with(ServerSettings.METRICS, "off")) {
            assertEquals(
                    "", new Wire(site.uri(), "").get("/metrics").expect(404).body());
        }
    }
}
