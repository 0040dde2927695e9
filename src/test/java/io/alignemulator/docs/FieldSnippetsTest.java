package io.alignemulator.docs;

import static io.alignemulator.protocol.calls.Method.PATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Calls;
import io.alignemulator.client.Personas;
import io.alignemulator.junit.AlignExtension;
import io.alignemulator.junit.SandboxScope;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of docs/java.md for fields. */
class FieldSnippetsTest {

    // snippet field
    static class FieldTest {

        @RegisterExtension
        static AlignExtension align = AlignExtension.of(JiraAlignEmulator.builder()
                .fixtures("minimal")
                .seed("Regions", Map.of("name", "South"))
                .set("page-cap", 5));

        @Test
        void renames() {
            MyClient client = new MyClient(align.apiUri(), align.token(Personas.PROGRAM_MANAGER));
            client.rename(1, "New");
            align.requests().verify(Calls.to(PATCH, "/epics/1").times(1));
        }
    }
    // end

    /** What the recipe needs of Spring, which is not on this class path. */
    private interface DynamicPropertyRegistry {
        void add(String name, Supplier<Object> value);
    }

    /** Asks for its address and token once, as a context does. */
    private static final class Application {

        private final Map<String, String> properties = new HashMap<>();

        private MyClient client() {
            if (properties.isEmpty()) {
                ApplicationTest.align((name, value) -> properties.put(name, String.valueOf(value.get())));
            }
            return new MyClient(
                    URI.create(properties.get("align.url") + "/rest/align/api/2"), properties.get("align.token"));
        }

        void rename(long epic, String title) {
            client().rename(epic, title);
        }
    }

    private static Application application = new Application();

    // snippet spring
    static class ApplicationTest {

        @RegisterExtension
        static AlignExtension align =
                AlignExtension.of(JiraAlignEmulator.builder().fixtures("minimal"), SandboxScope.CLASS);

        // @DynamicPropertySource
        static void align(DynamicPropertyRegistry properties) {
            properties.add("align.url", align::uri);
            properties.add("align.token", () -> align.token(Personas.PROGRAM_MANAGER));
        }

        @Test
        void theApplicationRenames() {
            application.rename(1, "New");
            align.requests().verify(Calls.to(PATCH, "/epics/1").times(1));
            assertEquals("New", align.world().get("Epics", 1).get("title"));
        }
    }
    // end

    @Test
    void theyRun() {
        Snippets.run(FieldTest.class);
        application = new Application();
        Snippets.run(ApplicationTest.class);
    }
}
