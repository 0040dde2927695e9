package io.alignemulator.save.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When MapDB is loaded, and what there is without it. */
@Timeout(60)
class LibraryTest {

    @TempDir
    Path temp;

    @Test
    void anEmulatorThatKeepsNothingLoadsNeitherMapDbNorTheSaveFormat() throws Exception {
        List<String> loaded = loadedBy(StartAndStop.class, "done");
        assertEquals(List.of(), matching(loaded, "org[.]mapdb.*|io[.]alignemulator[.]save[.].*(?<!StartAndStop)"));
    }

    @Test
    void aFolderWithoutATableDoesWithoutMapDb() throws Exception {
        List<String> loaded = loadedBy(FolderHolder.class, "open 0");
        assertEquals(List.of(), matching(loaded, "org[.]mapdb.*"));
        assertEquals(
                1,
                matching(loaded, "io[.]alignemulator[.]save[.]folder[.]SaveFolder")
                        .size());
    }

    @Test
    void withoutMapDbOnTheClassPathAFolderIsRefusedBeforeItIsMade() throws Exception {
        Path folder = temp.resolve("folder");
        ProcessBuilder builder = ChildProcess.of(FolderHolder.class, List.of(), folder.toString());
        int classPath = builder.command().indexOf("-cp") + 1;
        builder.command()
                .set(
                        classPath,
                        Arrays.stream(builder.command().get(classPath).split(File.pathSeparator))
                                .filter(entry -> !entry.contains("mapdb"))
                                .collect(Collectors.joining(File.pathSeparator)));
        assertEquals(
                "Cannot keep data in " + folder + ": this needs MapDB (org.mapdb:mapdb) on the class path",
                output(builder));
        assertTrue(Files.notExists(folder));
    }

    private List<String> loadedBy(Class<?> program, String output) throws Exception {
        Path log = temp.resolve("classes");
        ProcessBuilder builder = ChildProcess.of(
                program,
                List.of("-Xlog:class+load=info:file=" + log + ":none"),
                temp.resolve("folder").toString());
        assertEquals(output, output(builder));
        List<String> loaded =
                Files.readAllLines(log).stream().map(line -> line.split(" ")[0]).toList();
        assertEquals(1, matching(loaded, program.getName().replace(".", "[.]")).size());
        return loaded;
    }

    private static List<String> matching(List<String> classes, String pattern) {
        return classes.stream().filter(name -> name.matches(pattern)).toList();
    }

    private static String output(ProcessBuilder builder) throws Exception {
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return output;
    }
}
