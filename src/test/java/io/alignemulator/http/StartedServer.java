package io.alignemulator.http;

import io.alignemulator.JiraAlignEmulator;
import io.alignemulator.client.Emulator;
import io.alignemulator.client.Sandbox;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An emulator in a process of its own. */
final class StartedServer implements JiraAlignEmulator {

    private static final String LISTENING = "listening on ";

    private final Process process;
    private final Emulator server;

    private StartedServer(Process process, Emulator server) {
        this.process = process;
        this.server = server;
    }

    static StartedServer start(List<String> command, Settings settings) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder said = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(LISTENING)) {
                    drain(out);
                    URI uri = URI.create(line.substring(LISTENING.length()));
                    return new StartedServer(process, Emulator.at(uri, settings.get(ServerSettings.CONTROL_TOKEN)));
                }
                said.append(line).append('\n');
            }
            throw new IllegalStateException(command + " did not start: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So that the process never waits for a reader. */
    private static void drain(BufferedReader out) {
        Thread reader = new Thread(() -> out.lines().forEach(line -> {}), "output of a server");
        reader.setDaemon(true);
        reader.start();
    }

    /** The folder copied to a place below another root. */
    static Path copied(Path folder, Path root) {
        try {
            Path copy = Files.createTempDirectory(root.resolve("tmp"), "fixtures");
            copy.toFile().setReadable(true, false);
            copy.toFile().setExecutable(true, false);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Emulator server() {
        return server;
    }

    @Override
    public Sandbox sandbox() {
        return server.sandbox();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
