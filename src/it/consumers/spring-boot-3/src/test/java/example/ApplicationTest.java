package example;

import static io.alignemulator.protocol.calls.Method.GET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Calls;
import io.alignemulator.client.Personas;
import io.alignemulator.junit.SiteReport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ApplicationTest.AlignConnection.class)
class ApplicationTest {

    // snippet connection
    @TestConfiguration(proxyBeanMethods = false)
    static class AlignConnection {

        @Bean(destroyMethod = "close")
        JiraAlignEmulator align() {
            return JiraAlignEmulator.builder().fixtures("minimal").start();
        }

        @Bean
        DynamicPropertyRegistrar alignProperties(JiraAlignEmulator align) {
            return properties -> {
                properties.add("align.url", align::uri);
                properties.add("align.token", () -> align.token(Personas.PROGRAM_MANAGER));
            };
        }
    }
    // end

    // snippet connected
    @Autowired
    private JiraAlignEmulator align;

    @RegisterExtension
    final SiteReport report = SiteReport.of(() -> align);

    @BeforeEach
    void reset() {
        align.reset();
    }
    // end

    @Value("${local.server.port}")
    private int port;

    @RepeatedTest(2)
    void theApplicationReadsTheSite() throws Exception {
        align.seedOne("Epics", java.util.Map.of("id", 900, "title", "Seen through Tomcat", "primaryProgramId", 1));
        String body = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/titles"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertEquals(true, body.contains("Seen through Tomcat"), body);
        align.requests().verify(Calls.to(GET, "/epics").persona(Personas.PROGRAM_MANAGER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.javalin.Javalin", "org.eclipse.jetty.server.Server", "kotlin.Unit", "picocli.CommandLine"})
    void noLibraryOfTheEmulatorIsOnTheClassPath(String library) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(library));
    }
}
