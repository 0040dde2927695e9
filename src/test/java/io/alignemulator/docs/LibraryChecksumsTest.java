package io.alignemulator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every library that the emulator is built of and tested with is byte by byte the one that was looked at: {@code library-checksums.txt} has the SHA-256 of each, in the form of {@code sha256sum}.
 * {@code mvn test -Dtest=LibraryChecksumsTest -Drefresh} writes it anew after a version has changed.
 */
class LibraryChecksumsTest {

    private static final Path COMMITTED = Path.of("src/test/resources/library-checksums.txt");

    @Test
    void noLibraryIsAnotherThanTheOneThatWasLookedAt() throws IOException, NoSuchAlgorithmException {
        TreeSet<String> found = new TreeSet<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(each);
            if (each.endsWith(".jar") && isOfTheRepository(jar)) {
                found.add(line(jar));
            }
        }
        if (System.getProperty("refresh") != null) {
            Files.write(COMMITTED, found);
        }
        List<String> committed = Files.readAllLines(COMMITTED);
        assertEquals(String.join("\n", committed), String.join("\n", found));
    }

    /** There a jar lies in a folder of its version; a tool that runs the tests may bring others. */
    private static boolean isOfTheRepository(Path jar) {
        return jar.getFileName().toString().contains("-" + jar.getParent().getFileName());
    }

    private static String line(Path jar) throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        return HexFormat.of().formatHex(digest) + "  " + jar.getFileName();
    }
}
