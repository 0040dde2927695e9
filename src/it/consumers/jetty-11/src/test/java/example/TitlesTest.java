package example;

import java.util.Map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import io.alignemulator.junit.AlignEmulator;
import io.alignemulator.junit.As;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.Jetty;
import org.junit.jupiter.api.Test;

@AlignEmulator(fixtures = "minimal")
class TitlesTest {

    @Test
    void theApplicationReadsTheSite(Sandbox sandbox, URI api, @As("program-manager") Persona manager) throws Exception {
        sandbox.seed("Epics", Map.of("title", "Seen through Jetty 11", "primaryProgramId", 1));
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new Titles(api, manager.token())), "/titles");
        server.setHandler(context);
        server.start();
        try {
            String titles = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.getURI().resolve("/titles")).build(), BodyHandlers.ofString())
                    .body();
            assertTrue(titles.contains("Seen through Jetty 11"), titles);
        } finally {
            server.stop();
        }
    }

    @Test
    void theApplicationKeepsItsOwnLibraries() {
        assertTrue(Jetty.VERSION.startsWith("11."), Jetty.VERSION);
        assertEquals("2.15.4", new ObjectMapper().version().toString());
    }
}
