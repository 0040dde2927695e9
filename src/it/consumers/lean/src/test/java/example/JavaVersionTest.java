package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.junit.AlignExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JavaVersionTest {

    @RegisterExtension
    static AlignExtension align = AlignExtension.of(JiraAlignEmulator.builder().fixtures("minimal"));

    @Test
    void aWriteIsAnsweredAndStored() throws Exception {
        System.out.println("Java " + Runtime.version().feature());
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(align.apiUri() + "/regions"))
                                .header("Authorization", "Bearer " + align.token("super-admin"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"name\":\"South\"}"))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(201, response.statusCode());
        assertEquals("South", align.world().get("Regions", 2).get("name"));
    }

    @Test
    void aServerWithoutJUnitStartsAndStops() {
        try (JiraAlignEmulator server = JiraAlignEmulator.start()) {
            assertEquals(1001, server.world().get("Epics", 1001).get("id"));
        }
    }
}
