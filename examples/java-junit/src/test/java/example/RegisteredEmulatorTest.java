package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same as a field, for sites that an annotation cannot describe. */
class RegisteredEmulatorTest {

    @RegisterExtension
    static JiraAlignEmulator align = JiraAlignEmulator.builder()
            .fixtures("empty")
            .seed("Regions", Map.of("name", "North"), Map.of("name", "South"))
            .extension();

    @Test
    void readsWhatWasSeededBesidesTheFixtures() throws Exception {
        AlignClient client = new AlignClient(align.apiUri(), align.token("super-admin"), duration -> {});
        assertEquals(3, client.list("regions").size(), "the empty set has one region");
    }
}
