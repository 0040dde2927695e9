package io.alignemulator.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which starts of a JVM may be made a second time with an archive. */
class JavaCommandTest {

    private static final File JAR = new File("/somewhere/jira-align-emulator.jar");

    @Test
    void memoryCollectorAndPropertiesAreHandedOn() {
        String[] arguments = {"-Xmx200m", "-XX:+UseSerialGC", "-Da=b", "-jar", "x.jar", "--port", "-javaagent:no"};
        JavaCommand command = JavaCommand.of("java", arguments, JAR).orElseThrow();
        assertEquals(List.of("java", "-Xmx200m", "-XX:+UseSerialGC", "-Da=b", "-more"), command.with(List.of("-more")));
        assertEquals(JAR, command.jar());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:agent.jar",
                "-agentlib:jdwp=transport=dt_socket,server=y,address=5005",
                "-XX:AOTCache=mine.aot",
                "-XX:SharedArchiveFile=mine.jsa",
                "-XX:Flags=/app/jvm.flags",
                "-XX:StartFlightRecording=filename=x.jfr",
                "-Xlog:gc:gc.log",
                "-Xshare:off",
                "-Dcom.sun.management.jmxremote.port=9010",
                "--add-opens"
            })
    void whatOpensAPortWritesAFileOrNamesAnArchiveIsNotGivenTwice(String option) {
        assertEquals(Optional.empty(), JavaCommand.of("java", new String[] {option, "-jar", "x.jar"}, JAR));
    }

    @Test
    void onlyJarsAreStartedAgain() {
        assertEquals(Optional.empty(), JavaCommand.of("java", new String[] {"-cp"}, JAR));
        assertEquals(Optional.empty(), JavaCommand.of("java", new String[] {}, JAR));
    }
}
