package example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.JiraAlignEmulator;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void theApplicationReadsTheSite() throws Exception {
        try (JiraAlignEmulator align =
                        JiraAlignEmulator.builder().fixtures("minimal").start();
                EmbeddedServer server = ApplicationContext.run(
                        EmbeddedServer.class,
                        Map.of(
                                "align.url", align.apiUri().toString(),
                                "align.token", align.token("program-manager"),
                                "micronaut.server.port", "-1"))) {
            align.seed("Epics", Map.of("title", "Seen through Micronaut", "primaryProgramId", 1));
            String titles = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.getURI().resolve("/titles")).build(), BodyHandlers.ofString())
                    .body();
            assertTrue(titles.contains("Seen through Micronaut"), titles);
        }
    }
}
