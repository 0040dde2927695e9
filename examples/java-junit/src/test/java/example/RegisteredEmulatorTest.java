package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Personas;
import io.alignemulator.junit.AlignExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same as a field, for sites that an annotation cannot describe. */
class RegisteredEmulatorTest {

    @RegisterExtension
    static AlignExtension align = AlignExtension.of(JiraAlignEmulator.builder()
            .fixtures("empty")
            .seed("Regions", Map.of("name", "North"), Map.of("name", "South")));

    @Test
    void readsWhatWasSeededBesidesTheFixtures() {
        AlignClient client = new AlignClient(align.apiUri(), align.token(Personas.SUPER_ADMIN), duration -> {});
        assertEquals(3, client.list("regions").size(), "the empty set has one region");
    }
}
