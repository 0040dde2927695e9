package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alignemulator.settings.SettingException;
import io.alignemulator.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Calls are answered by virtual threads where the JVM has them and the settings say so. */
class VirtualThreadsTest {

    private static final Settings VIRTUAL =
            Settings.of(Map.of("port", "0", "virtual-threads", "on", "fixtures", "minimal"));

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "this JVM has virtual threads")
    void aJvmWithoutThemDoesNotStart() {
        SettingException refused = assertThrows(SettingException.class, () -> TestServer.start(VIRTUAL));
        assertEquals(
                "virtual-threads needs Java 21 or newer; this is Java "
                        + Runtime.version().feature(),
                refused.getMessage());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JVM has no virtual threads")
    void theyAnswer() throws Exception {
        try (JiraAlignEmulator emulator = TestServer.start(VIRTUAL)) {
            URI call = URI.create(emulator.apiUri() + "/Users/whoami");
            HttpRequest request = HttpRequest.newBuilder(call)
                    .header("Authorization", "Bearer " + emulator.token("super-admin"))
                    .build();
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode());
        }
    }
}
