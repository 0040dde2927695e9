package io.alignemulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar as people start it, with an archive of its classes that an earlier start left. */
@Timeout(120)
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "elsewhere a process is not told how it was started, or it was not tried")
class QuickStartTest {

    private static final int ENDED_BY_SIGTERM = 128 + 15;

    /** Compiled and collected lightly; a second JVM is given what the first one was given. */
    private static final List<String> LIGHTLY = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @TempDir
    static Path folder;

    private static Path jar;

    private final List<ProcessHandle> started = new ArrayList<>();

    /** Our classes, and the libraries where they lie. */
    @BeforeAll
    static void makeAJarAndItsArchive() throws Exception {
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(each -> each.endsWith(".jar"))
                                .map(each -> Path.of(each).toUri().toString())
                                .collect(Collectors.joining(" ")));
        jar = folder.resolve("emulator.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(0);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        Process made = builder("caches", List.of(), "archive").start();
        assertThat(made.inputReader().readLine(), startsWith(folder.resolve("caches") + "/"));
        assertEquals(0, made.waitFor());
    }

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aStartWithAnArchiveServesFromASecondJvmThatEndsWithTheFirst() throws Exception {
        Process process = start("caches", List.of("-Xmx300m"), "--port=0", "--fixtures=minimal");
        URI server = listening(process.inputReader());
        ProcessHandle child = child(process);
        String command = child.info().commandLine().orElseThrow();
        assertThat(command, containsString("-Xmx300m"));
        assertThat(command, containsString(folder.resolve("caches").toString()));
        assertEquals(200, health(server));

        process.toHandle().destroy();
        assertEquals(ENDED_BY_SIGTERM, process.waitFor());
        assertFalse(child.isAlive());
        assertEquals(List.of(), process.errorReader().lines().toList());
    }

    @Test
    void theSecondJvmCompilesLightlyUnlessSomebodySaysHow() throws Exception {
        String light = "-XX:TieredStopAtLevel=1";
        String full = "-XX:TieredStopAtLevel=4";
        ProcessBuilder silent = builder("caches", List.of(), "--port=0", "--fixtures=empty");
        silent.command().remove(light);
        assertThat(commandOfChild(silent), containsString(light));
        ProcessBuilder byOption = builder("caches", List.of(full), "--port=0", "--fixtures=empty");
        byOption.command().remove(light);
        assertThat(commandOfChild(byOption), not(containsString(light)));
        ProcessBuilder byVariable = builder("caches", List.of(), "--port=0", "--fixtures=empty");
        byVariable.command().remove(light);
        byVariable.environment().put("JAVA_TOOL_OPTIONS", full);
        assertThat(commandOfChild(byVariable), not(containsString(light)));
    }

    private String commandOfChild(ProcessBuilder builder) throws IOException {
        Process process = started(builder);
        listening(process.inputReader());
        return child(process).info().commandLine().orElseThrow();
    }

    @Test
    void theSecondJvmDoesNotOutliveAFirstOneThatWasKilled() throws Exception {
        Process process = start("caches", List.of(), "--port=0", "--fixtures=empty");
        listening(process.inputReader());
        ProcessHandle child = child(process);
        process.toHandle().destroyForcibly();
        child.onExit().get(60, TimeUnit.SECONDS);
    }

    @Test
    void theExitCodeAndTheInputAreThoseOfTheServer() throws Exception {
        Process process = start("caches", List.of(), "--port=0", "--fixtures=empty", "--end-with-stdin");
        listening(process.inputReader());
        ProcessHandle child = child(process);
        process.outputWriter().close();
        assertEquals(0, process.waitFor());
        assertFalse(child.isAlive());

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process refused = start("caches", List.of(), "--fixtures=empty", "--port=" + taken.getLocalPort());
            assertThat(refused.errorReader().readLine(), startsWith("Cannot listen on "));
            assertEquals(2, refused.waitFor());
        }
    }

    @Test
    void whoSaysSoHasOneJvmAndLeavesNothing() throws Exception {
        Process process = start("untouched", List.of(), "--port=0", "--fixtures=empty", "--no-archive");
        listening(process.inputReader());
        Process switchedOff = start("caches", List.of(), "--port=0", "--fixtures=empty", "--no-archive");
        listening(switchedOff.inputReader());
        Process watched = start("caches", List.of("-Xlog:disable"), "--port=0", "--fixtures=empty");
        listening(watched.inputReader());
        for (Process each : List.of(process, switchedOff, watched)) {
            assertEquals(List.of(), each.children().toList());
        }
        assertTrue(Files.notExists(folder.resolve("untouched")));
    }

    @Test
    void theFirstServerMakesTheArchiveBesideItsWork() throws Exception {
        Path caches = Files.createDirectories(folder.resolve("first/jira-align-emulator"));
        // Beside tests that need every processor, what is nice has to wait for their end.
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path nice = Files.writeString(bin.resolve("nice"), "#!/bin/sh\nshift 2\nexec \"$@\"\n");
        assertTrue(nice.toFile().setExecutable(true));
        try (WatchService watch = caches.getFileSystem().newWatchService()) {
            caches.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            ProcessBuilder builder = builder("first", List.of(), "--port=0", "--fixtures=empty");
            builder.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
            Process process = started(builder);
            listening(process.inputReader());
            List<String> seen = new ArrayList<>();
            while (seen.stream().noneMatch(name -> name.endsWith(".jsa") || name.endsWith(".aot"))) {
                var key = watch.poll(100, TimeUnit.SECONDS);
                assertTrue(key != null, "nothing was made but " + seen);
                key.pollEvents().forEach(event -> seen.add(event.context().toString()));
                key.reset();
            }
            assertTrue(process.isAlive());
        }
        Process again = start("first", List.of(), "--port=0", "--fixtures=empty");
        listening(again.inputReader());
        assertThat(child(again).info().commandLine().orElseThrow(), containsString("/first/"));
    }

    @Test
    void anArchiveThatIsBeingMadeEndsWithItsServer() throws Exception {
        Process process = start("short", List.of(), "--port=0", "--fixtures=empty");
        listening(process.inputReader());
        Optional<ProcessHandle> trial = Optional.empty();
        while (trial.isEmpty()) {
            Thread.onSpinWait();
            trial = process.descendants()
                    .filter(each -> each.info().commandLine().orElse("").contains("TrialRun"))
                    .findFirst();
        }
        process.toHandle().destroy();
        process.waitFor();
        trial.get().onExit().get(60, TimeUnit.SECONDS);
        try (Stream<Path> made = Files.list(folder.resolve("short/jira-align-emulator"))) {
            assertEquals(
                    List.of(),
                    made.map(Path::toString)
                            .filter(name -> !name.endsWith(".lock"))
                            .toList());
        }
    }

    @Test
    void aMachineThatIsThrownAwayMakesNone() throws Exception {
        ProcessBuilder builder = builder("thrown-away", List.of(), "--port=0", "--fixtures=empty");
        builder.environment().put("CI", "true");
        Process process = started(builder);
        listening(process.inputReader());
        process.toHandle().destroy();
        process.waitFor();
        assertTrue(Files.notExists(folder.resolve("thrown-away")));
    }

    @Test
    void theCommandTellsWhyThereIsNone() throws Exception {
        Process process = start("caches", List.of("-Xlog:disable"), "archive");
        assertThat(process.errorReader().readLine(), startsWith("An archive is made of what is started as java -jar"));
        assertEquals(2, process.waitFor());
    }

    @Test
    void whatIsSaidForProgramsIsTheSame() throws Exception {
        Process plain = start("caches", List.of(), "--port=0", "--fixtures=minimal", "--no-archive");
        Process quick = start("caches", List.of(), "--port=0", "--fixtures=minimal");
        assertEquals(told(plain), told(quick));
    }

    private static String told(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        return Stream.of(out.readLine(), out.readLine(), out.readLine())
                .map(line -> line.replaceAll(":\\d+", ":PORT"))
                .collect(Collectors.joining("\n"));
    }

    private static ProcessHandle child(Process process) {
        List<ProcessHandle> children = process.children().toList();
        assertEquals(1, children.size(), "a JVM beside the first one");
        return children.get(0);
    }

    private static URI listening(BufferedReader out) throws IOException {
        String line = String.valueOf(out.readLine());
        assertThat(line, startsWith("listening on "));
        return URI.create(line.substring("listening on ".length()));
    }

    private static int health(URI server) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/_emulator/health"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private Process start(String caches, List<String> options, String... arguments) throws IOException {
        return started(builder(caches, options, arguments));
    }

    private Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    private static ProcessBuilder builder(String caches, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LIGHTLY);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ALIGN_EMULATOR_") || name.contains("JAVA_") || name.equals("CI"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve(caches).toString());
        return builder;
    }
}
