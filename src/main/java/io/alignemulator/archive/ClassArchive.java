package io.alignemulator.archive;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a JVM can keep of loaded and linked classes: an AOT cache from JDK 25 on, a dynamic class data sharing archive before. One file for each jar and JVM in a folder of the user's caches, some 20 to 40 MB,
 * of which the five youngest are kept. Each JVM checks by itself that a file is its own and goes on without it where it is not.
 */
public final class ClassArchive {

    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final int KEPT = 5;
    private static final String NAME = "jira-align-emulator";
    private static final String LOCK = ".lock";

    /** Whatever a JVM says of an archive is said beside the output, which programs read. */
    private static final List<String> QUIETLY = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

    /** Begins options that say how a JVM compiles. */
    private static final String TIERS = "-XX:Tiered";

    /** The first five thousand calls come sooner without the compiler that would make the others faster. */
    private static final String LIGHTLY = "-XX:TieredStopAtLevel=1";

    private static final List<String> NICELY = List.of("nice", "-n", "19");

    private final JavaCommand command;
    private final File file;
    private final boolean isAot;
    private final boolean isLight;

    private ClassArchive(JavaCommand command, File file, boolean isAot, boolean isLight) {
        this.command = command;
        this.file = file;
        this.isAot = isAot;
        this.isLight = isLight;
    }

    /** The archive of this process; empty where it was not started as {@code java -jar}, or with options that already say what to keep, or a second JVM could not be given. */
    public static Optional<ClassArchive> ofProcess(Map<String, String> environment) {
        Optional<JavaCommand> command = JavaCommand.ofProcess(environment);
        if (command.isEmpty() || !isOurs(command.get().jar())) {
            return Optional.empty();
        }
        File jar = command.get().jar();
        boolean isAot = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
        String jvm = System.getProperty("java.home") + System.getProperty("java.vm.version");
        int key = (jvm + jar + jar.length()).hashCode() * 31 + Long.hashCode(jar.lastModified());
        String name = NAME.concat("-").concat(Integer.toHexString(key)).concat(isAot ? ".aot" : ".jsa");
        File file = new File(folder(environment), name).getAbsoluteFile();
        return Optional.of(
                new ClassArchive(command.get(), file, isAot, !command.get().names(TIERS, environment)));
    }

    /** A runner of tests is a jar too. */
    private static boolean isOurs(File jar) {
        try {
            return new File(ClassArchive.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .equals(jar);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static File folder(Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = System.getProperty("user.home", "");
        boolean isMac = System.getProperty("os.name", "").startsWith("Mac");
        File caches = !named.isEmpty() ? new File(named) : new File(home, isMac ? "Library/Caches" : ".cache");
        return new File(caches, NAME);
    }

    /** Whether it has been made. */
    boolean isThere() {
        return file.isFile();
    }

    /** Where it lies, or would. */
    public Path path() {
        return file.toPath();
    }

    /** The command that starts the jar with this archive. */
    List<String> command(String property, String[] arguments) {
        List<String> more = options();
        more.add((isAot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
        more.add(property);
        more.add("-jar");
        more.add(command.jar().toString());
        more.addAll(List.of(arguments));
        return command.with(more);
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(QUIETLY);
        if (isLight) {
            options.add(LIGHTLY);
        }
        return options;
    }

    /** A file that a JVM cannot live with is worse than none. */
    void forget() {
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }

    /**
     * Makes it by a run on trial in a process of its own, in a few seconds; a start meanwhile does without. One process makes it at a time.
     *
     * @param trial the program that is run on trial
     * @throws IOException with the reason where it cannot be made here
     */
    public void make(Class<?> trial) throws IOException {
        make(trial, List.of(), true);
    }

    /** The same beside other work, behind all of it, unless somebody does so already or it failed before. */
    void makeBeside(Class<?> trial) throws IOException {
        make(trial, NICELY, false);
    }

    private void make(Class<?> trial, List<String> start, boolean isAgain) throws IOException {
        Path failed = beside(".failed");
        Files.createDirectories(path().getParent());
        try (FileChannel lock = FileChannel.open(beside(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = isAgain ? lock.lock() : lock.tryLock()) {
            if (mine == null || (!isAgain && (isThere() || Files.exists(failed)))) {
                return;
            }
            Path made = beside(".new");
            Files.deleteIfExists(made);
            String end = run(trial, start, made);
            if (!Files.exists(made)) {
                Files.writeString(failed, end);
                throw new IOException("This JVM made no archive of its classes: " + end);
            }
            Files.move(made, path(), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(failed);
            forgetOldOnes();
        }
    }

    /** Returns how the trial ended. */
    private String run(Class<?> trial, List<String> start, Path made) throws IOException {
        List<String> more = options();
        more.add((isAot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + made);
        more.add("-cp");
        more.add(command.jar().toString());
        more.add(trial.getName());
        List<String> whole = new ArrayList<>(start);
        whole.addAll(command.with(more));
        // Its input is a pipe from here, with whose end it ends.
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        // Killed with this process: one that ends by itself writes its archive first, of which nobody would know, and
        // the next start would begin another.
        Thread end = new Thread(process::destroyForcibly, "end of the trial");
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException e) {
            process.destroyForcibly();
            throw ending();
        }
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exitCode = process.waitFor();
            if (end.getState() != Thread.State.NEW) {
                throw ending();
            }
            return "exit code " + exitCode + (said.isEmpty() ? "" : ", " + said);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        } finally {
            forgetHook(end);
        }
    }

    private static IOException ending() {
        return new InterruptedIOException("this process is ending");
    }

    private static void forgetHook(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // this process is ending
        }
    }

    private Path beside(String ending) {
        return Path.of(file + ending);
    }

    private void forgetOldOnes() throws IOException {
        List<Path> archives;
        try (Stream<Path> all = Files.list(path().getParent())) {
            archives = all.filter(each ->
                            each.toString().endsWith(".aot") || each.toString().endsWith(".jsa"))
                    .sorted(Comparator.comparingLong(
                                    (Path each) -> each.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path old : archives.subList(Math.min(KEPT, archives.size()), archives.size())) {
            Files.deleteIfExists(old);
            Files.deleteIfExists(Path.of(old + LOCK));
        }
    }
}
