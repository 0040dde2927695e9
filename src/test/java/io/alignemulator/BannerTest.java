package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a started server tells the person who started it. */
@Timeout(60)
class BannerTest {

    private static final String ROLES = "[{\"id\": 1, \"name\": \"Nobody\"}, {\"id\": 9, \"name\": \"Super Admin\"}]";

    /** The lines up to one that begins so; then the server is ended. */
    private static List<String> banner(String last, String... arguments) throws Exception {
        Process process = ChildJvm.builder(
                        Main.class,
                        List.of(),
                        Stream.concat(Stream.of("--port=0"), Stream.of(arguments))
                                .toArray(String[]::new))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (line.startsWith(last)) {
                    process.destroy();
                    return lines;
                }
            }
            throw new AssertionError("no line begins with " + last + ": " + lines);
        } finally {
            process.onExit().join();
        }
    }

    @Test
    void itSaysWhatTheSiteHoldsAndWhereEverythingIs() throws Exception {
        List<String> lines = banner("user 6", "--fixtures=minimal");
        URI server = URI.create(lines.get(0).substring("listening on ".length()));
        assertTrue(lines.get(1).matches("site {8}minimal: \\d+ records in \\d+ collections, 6 users"), lines.get(1));
        assertEquals("control API " + server + "/_emulator, described by /_emulator/openapi.json", lines.get(4));
        assertTrue(lines.get(lines.size() - 1).endsWith("(deactivated)  user:6|deactivated"), lines.toString());
    }

    @Test
    void whatItNamesIsThere() throws Exception {
        try (JiraAlignEmulator align =
                JiraAlignEmulator.builder().fixtures("minimal").start()) {
            for (String path : List.of("/rest/align/api/docs/v2/swagger.json", "/_emulator/openapi.json")) {
                assertEquals(
                        200,
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(URI.create(align.uri() + path))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode(),
                        path);
            }
        }
    }

    @Test
    void aServerWithoutAControlApiDoesNotNameIt() throws Exception {
        List<String> lines = banner("user 1", "--fixtures=empty", "--control=off");
        assertFalse(lines.stream().anyMatch(line -> line.contains("/_emulator")), lines.toString());
    }

    @Test
    void aSiteWithoutTokensSaysHowToGetOne(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("SystemRoles.json"), ROLES);
        Files.writeString(
                folder.resolve("Users.json"),
                "[{\"id\": 7, \"firstName\": \"Ada\", \"lastName\": \"L\", \"email\": \"a@example.com\", \"roleId\": 9}]");
        List<String> lines = banner("no ", "--fixtures=" + folder);
        String hint = lines.get(lines.size() - 1);
        assertTrue(hint.startsWith("no token: name some in _tokens.json, or curl -X POST"), hint);
        assertTrue(hint.endsWith("/_emulator/tokens -d '{\"userId\": 7}'"), hint);
    }

    @Test
    void aSiteWithoutUsersSaysSo(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("SystemRoles.json"), ROLES);
        List<String> lines = banner("no ", "--fixtures=" + folder);
        assertTrue(lines.get(lines.size() - 1).startsWith("no user: Users.json"), lines.toString());
    }

    @Test
    void aFolderThatIsGoneOnWithIsNamedInsteadOfTheFixtures(@TempDir Path data) throws Exception {
        banner("user 6", "--fixtures=minimal", "--data=" + data);
        List<String> lines = banner("user 6", "--fixtures=empty", "--data=" + data);
        assertTrue(
                lines.get(1).startsWith("site        as kept in " + data + ", --fixtures empty is not read: "),
                lines.get(1));
        assertTrue(lines.get(2).startsWith("restored    1 sandbox from " + data), lines.get(2));
    }
}
