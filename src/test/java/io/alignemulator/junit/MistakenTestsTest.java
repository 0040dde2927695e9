package io.alignemulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Who writes the annotation or a parameter wrongly is told what is wrong with it and what is possible. */
class MistakenTestsTest {

    @AlignEmulator(fixtures = "nope")
    static class Fixtures {
        @Test
        void never(Sandbox sandbox) {}
    }

    @AlignEmulator(clock = "yesterday")
    static class Clock {
        @Test
        void never(Sandbox sandbox) {}
    }

    @AlignEmulator(rateLimit = "often")
    static class Limit {
        @Test
        void never(Sandbox sandbox) {}
    }

    @AlignEmulator(settings = "page-capp=5")
    static class Settings {
        @Test
        void never(Sandbox sandbox) {}
    }

    @AlignEmulator(settings = "page-cap=many")
    static class Values {
        @Test
        void never(Sandbox sandbox) {}
    }

    @AlignEmulator(faults = "{")
    static class Faults {
        @Test
        void never(Sandbox sandbox) {}
    }

    @AlignEmulator(fixtures = "minimal")
    static class Whom {
        @Test
        void never(Persona persona) {}
    }

    @AlignEmulator(fixtures = "minimal")
    static class Token {
        @Test
        void never(@As("super-admin") String token) {}
    }

    @AlignEmulator(fixtures = "minimal")
    static class Server {
        @Test
        void never(JiraAlignEmulator align) {}
    }

    @AlignEmulator(fixtures = "minimal")
    static class Nobody {
        @Test
        void never(@As("admin") Persona persona) {}
    }

    static class Field {
        @AlignEmulator(fixtures = "minimal")
        Path path;

        @Test
        void never() {}
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        Fixtures.class,
                        List.of(
                                "@AlignEmulator(fixtures = \"nope\"): There is no folder ",
                                Path.of("nope").toAbsolutePath().toString(),
                                "empty, minimal and demo")),
                Arguments.of(
                        Clock.class,
                        List.of(
                                "@AlignEmulator(clock = \"yesterday\"): 'yesterday' is not a time such as 2026-01-05T09:00:00Z")),
                Arguments.of(
                        Limit.class,
                        List.of("@AlignEmulator(rateLimit = \"often\"): ", "--rate-limit: 'often' is not a limit")),
                Arguments.of(
                        Settings.class,
                        List.of("@AlignEmulator(settings = \"page-capp=5\"): There is no setting 'page-capp'")),
                Arguments.of(
                        Values.class,
                        List.of(
                                "@AlignEmulator(settings = \"page-cap=many\"): ",
                                "--page-cap: 'many' is not a whole number from 1 to 100")),
                Arguments.of(Faults.class, List.of("@AlignEmulator(faults = \"{\"): ")),
                Arguments.of(Whom.class, List.of("@As(Personas.PROGRAM_MANAGER) Persona")),
                Arguments.of(Token.class, List.of("@As(\"super-admin\") goes with the type Persona, not String")),
                Arguments.of(Server.class, List.of("no JiraAlignEmulator to give", "Sandbox (the site of the test)")),
                Arguments.of(Nobody.class, List.of("@As(\"admin\")", "no persona admin", "super-admin", "read-only")),
                Arguments.of(Field.class, List.of("no Path to give", "Emulator (the server)")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithWhatIsPossible(Class<?> type, List<String> expected) {
        List<String> messages =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(type))
                        .execute()
                        .allEvents()
                        .failed()
                        .stream()
                        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                        .flatMap(result -> result.getThrowable().stream())
                        .map(failure -> String.valueOf(failure.getMessage()))
                        .toList();
        assertEquals(1, messages.size(), messages.toString());
        for (String part : expected) {
            assertTrue(messages.get(0).contains(part), messages.get(0));
        }
    }
}
