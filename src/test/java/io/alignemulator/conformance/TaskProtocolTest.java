package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.conformance.suite.Suite;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command is told and what it may answer, and that docs/conformance-protocol.md says so. */
class TaskProtocolTest {

    private static final Pattern CODE = Pattern.compile("`([a-z]+)`");

    /** Keys by the name of the operation. */
    private static Map<String, TreeSet<String>> operations() {
        Map<String, TreeSet<String>> operations = new TreeMap<>();
        for (Class<?> type : Task.class.getPermittedSubclasses()) {
            TreeSet<String> keys = new TreeSet<>();
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(keys::add);
            operations.put(type.getAnnotation(JsonTypeName.class).value(), keys);
        }
        return operations;
    }

    private static List<String> tableAfter(String heading) throws IOException {
        String page = Files.readString(Path.of("docs/conformance-protocol.md"));
        assertTrue(page.contains(heading), () -> "the page has a table with the heading " + heading);
        return page.substring(page.indexOf(heading))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static TreeSet<String> codes(String text) {
        TreeSet<String> codes = new TreeSet<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    @Test
    void thePageNamesEveryOperationWithItsKeys() throws IOException {
        Map<String, TreeSet<String>> documented = new TreeMap<>();
        for (String row : tableAfter("| `operation` | further keys |")) {
            String[] cells = row.split("\\|");
            documented.put(codes(cells[1]).first(), codes(cells[2]));
        }
        assertEquals(operations(), documented);
    }

    @Test
    void thePageSaysWhatEveryKeyMeans() throws IOException {
        TreeSet<String> keys = new TreeSet<>(List.of("operation"));
        operations().values().forEach(keys::addAll);
        TreeSet<String> documented = new TreeSet<>();
        tableAfter("| key | type | what |").forEach(row -> documented.addAll(codes(row.split("\\|")[1])));
        assertEquals(keys, documented);
    }

    @Test
    void theSchemaNamesEveryOperationWithItsKeys() {
        Map<String, TreeSet<String>> described = new TreeMap<>();
        JsonNode definitions = JsonMapper.shared().readTree(Suite.protocol()).path("$defs");
        for (String operation : operations().keySet()) {
            TreeSet<String> keys =
                    new TreeSet<>(definitions.path(operation).path("properties").propertyNames());
            keys.remove("operation");
            described.put(operation, keys);
        }
        assertEquals(operations(), described);
    }

    @Test
    void everyExampleOfThePageIsATaskThatIsWrittenAsItIsRead() throws IOException {
        List<String> examples = Files.readString(Path.of("docs/conformance-protocol.md"))
                .lines()
                .filter(line -> line.startsWith("{\"operation\""))
                .toList();
        assertEquals(3, examples.size(), "examples of tasks");
        for (String example : examples) {
            Task task = SuiteJson.read(example, Task.class);
            assertEquals(example.replace(" ", ""), SuiteJson.written(task).replace(" ", ""));
        }
    }

    @Test
    void whatIsNotSaidIsLeftOutAndNullStays() {
        Task list = SuiteJson.read(
                "{\"operation\": \"list\", \"resource\": \"Regions\", \"where\": {\"code\": null}}", Task.class);
        assertEquals(
                "{\"operation\":\"list\",\"resource\":\"Regions\",\"where\":{\"code\":null}}", SuiteJson.written(list));
        Task patch = SuiteJson.read(
                "{\"operation\": \"patch\", \"resource\": \"Regions\", \"id\": 1, \"changes\": {\"flag\": \"\"}}",
                Task.class);
        assertEquals(
                "{\"operation\":\"patch\",\"resource\":\"Regions\",\"id\":1,\"changes\":{\"flag\":\"\"}}",
                SuiteJson.written(patch));
    }

    @Test
    void aMisspeltKeyOrOperationOfATaskIsRefused() {
        SuiteException key = assertThrows(
                SuiteException.class,
                () -> SuiteJson.read("{\"operation\": \"get\", \"resource\": \"Epics\", \"ids\": 1}", Task.class));
        assertTrue(key.getMessage().contains("ids"), key.getMessage());
        SuiteException operation =
                assertThrows(SuiteException.class, () -> SuiteJson.read("{\"operation\": \"fetch\"}", Task.class));
        assertTrue(operation.getMessage().contains("whoami"), operation.getMessage());
    }

    @Test
    void aReportMaySayMoreThanIsAsked() {
        TaskResult result = SuiteJson.reported("{\"ok\": true, \"value\": 7, \"took\": \"3 ms\"}", TaskResult.class);
        assertEquals(TaskResult.done(7), result);
        TaskResult failed = SuiteJson.reported("{\"ok\": false, \"status\": 404}", TaskResult.class);
        assertEquals(TaskResult.failed(404, ""), failed);
        assertThrows(SuiteException.class, () -> SuiteJson.reported("", TaskResult.class));
    }

    @Test
    void aListIsPassedOnToTheClientAsItWasAsked() {
        ConformanceClient.Query query = new ConformanceClient.Query(
                Optional.of("state eq 2"), Map.of(), List.of("id"), Optional.of("title"), true, true);
        Task.ListAll task = (Task.ListAll) SuiteJson.read(
                "{\"operation\": \"list\", \"resource\": \"Epics\", \"filter\": \"state eq 2\", \"select\": [\"id\"],"
                        + " \"orderby\": \"title\", \"expand\": true, \"live\": true}",
                Task.class);
        assertEquals(
                query,
                new ConformanceClient.Query(
                        task.filter(), task.where(), task.select(), task.orderby(), task.expand(), task.live()));
    }
}
