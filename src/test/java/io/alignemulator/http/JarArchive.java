package io.alignemulator.http;

import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command that starts the packaged jar, with an archive of its classes made once for all the tests of a build: they start it a hundred times. */
final class JarArchive {

    private static final String JAR = System.getProperty("align.jar", "target/jira-align-emulator.jar");
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private static List<String> command = List.of();

    private JarArchive() {}

    static synchronized List<String> command() {
        if (command.isEmpty()) {
            command = with(made());
        }
        return command;
    }

    private static List<String> with(String... options) {
        List<String> all = new ArrayList<>(JAVA);
        all.addAll(List.of(options));
        all.addAll(List.of("-jar", JAR));
        return List.copyOf(all);
    }

    /** The option that uses the archive; one of another JVM or jar is passed over by the JVM itself. A process of its own each, since tests run in several. */
    private static String made() {
        try {
            Path archive = Files.createTempFile("align-emulator", ".jsa");
            Files.delete(archive);
            archive.toFile().deleteOnExit();
            List<String> dump = new ArrayList<>(with("-XX:ArchiveClassesAtExit=" + archive));
            dump.addAll(List.of("--port=0", "--fixtures=minimal"));
            try (StartedServer server = StartedServer.start(dump, Settings.of(Map.of()))) {
                new Client(server.uri(), "user:1|super-admin").get("/epics").expect(200);
            }
            return Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
