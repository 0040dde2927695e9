package example;

import static io.alignemulator.protocol.calls.Method.GET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Calls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApplicationTest {

    private static final JiraAlignEmulator ALIGN =
            JiraAlignEmulator.builder().fixtures("minimal").start();

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void align(DynamicPropertyRegistry properties) {
        properties.add("align.url", ALIGN::uri);
        properties.add("align.token", () -> ALIGN.token("program-manager"));
    }

    @Test
    void theApplicationReadsTheSite() throws Exception {
        ALIGN.seedOne("Epics", java.util.Map.of("id", 900, "title", "Seen through Tomcat", "primaryProgramId", 1));
        String body = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/titles"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertEquals(true, body.contains("Seen through Tomcat"), body);
        ALIGN.requests().verify(Calls.to(GET, "/epics").persona("program-manager"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.javalin.Javalin", "org.eclipse.jetty.server.Server", "kotlin.Unit", "picocli.CommandLine"})
    void noLibraryOfTheEmulatorIsOnTheClassPath(String library) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(library));
    }
}
