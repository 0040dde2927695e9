package io.alignemulator.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.conformance.SuiteException;
import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.suite.Scenario;
import io.alignemulator.conformance.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runner checks by the schema of the protocol what it writes and what it reads. */
class ProtocolSchemaTest {

    private static final TaskProtocol PROTOCOL = new TaskProtocol();
    private static final Task GET = new Task.Get("Regions", 1);

    private static Task task(String json) {
        return SuiteJson.read(json.replace('\'', '"'), Task.class);
    }

    @Test
    void everyTaskOfEveryScenarioFits() {
        for (Scenario scenario : Suite.load().scenarios()) {
            Task task = scenario.tasks().size() == 1 ? scenario.tasks().get(0) : new Task.Batch(scenario.tasks());
            assertEquals(SuiteJson.written(task), PROTOCOL.written(task));
        }
    }

    @Test
    void aTaskThatDoesNotFitIsNotWritten() {
        SuiteException refused = assertThrows(SuiteException.class, () -> PROTOCOL.written(new Task.Get("", 1)));
        assertTrue(refused.getMessage().contains("'resource'"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'operation': 'get', 'resource': 'Regions', 'id': 1}    | {'ok': true, 'value': {'id': 1}, 'took': 3}",
                "{'operation': 'list', 'resource': 'Regions'}            | {'ok': true, 'value': []}",
                "{'operation': 'create', 'resource': 'Regions'}          | {'ok': false, 'status': 400, 'message': 'no'}",
                "{'operation': 'patch', 'resource': 'Regions', 'id': 1}  | {'ok': true}",
                "{'operation': 'delete', 'resource': 'Regions', 'id': 1} | {'ok': false}"
            })
    void aReportThatFitsHasNoMistake(String task, String report) {
        assertEquals(List.of(), PROTOCOL.mistakes(List.of(task(task)), report.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'operation': 'get', 'resource': 'Regions', 'id': 1} | {'ok': true, 'value': [1]}    | /value",
                "{'operation': 'get', 'resource': 'Regions', 'id': 1} | {'ok': 'yes'}                 | /ok",
                "{'operation': 'list', 'resource': 'Regions'}         | {'ok': true, 'value': [{}, 7]} | /value/1",
                "{'operation': 'create', 'resource': 'Regions'}       | {'ok': true, 'value': '21'}   | /value",
                "{'operation': 'create', 'resource': 'Regions'}       | {'ok': true}                  | value",
                "{'operation': 'whoami'}                              | {'ok': false, 'status': 1000} | /status",
                "{'operation': 'whoami'}                              | {'value': {}}                 | ok",
                "{'operation': 'whoami'}                              | Traceback                     | it is no JSON"
            })
    void aReportThatDoesNotFitIsNamedWithItsPlace(String task, String report, String place) {
        List<String> mistakes = PROTOCOL.mistakes(List.of(task(task)), report.replace('\'', '"'));
        assertEquals(1, mistakes.size(), mistakes.toString());
        assertTrue(mistakes.get(0).contains(place), mistakes.toString());
    }

    @Test
    void ofABatchEachResultHasItsPlaceAndNoneIsMissing() {
        List<Task> tasks = List.of(GET, new Task.Create("Regions", Map.of()));
        assertEquals(
                List.of(), PROTOCOL.mistakes(tasks, "{\"results\": [{\"ok\": false}, {\"ok\": true, \"value\": 7}]}"));
        List<String> wrong =
                PROTOCOL.mistakes(tasks, "{\"results\": [{\"ok\": false}, {\"ok\": true, \"value\": \"7\"}]}");
        assertTrue(wrong.get(0).startsWith("/results/1/value: "), wrong.toString());
        List<String> missing = PROTOCOL.mistakes(tasks, "{\"results\": [{\"ok\": false}]}");
        assertEquals(List.of("/results: 2 results are expected, one for each task; there are 1"), missing);
    }

    @Test
    void theReportsOfThePageFit() throws IOException {
        List<String> reports = Files.readString(Path.of("docs/conformance-protocol.md"))
                .lines()
                .filter(line -> line.startsWith("{\"ok\"") || line.startsWith("{\"results\""))
                .toList();
        assertEquals(3, reports.size(), "examples of reports");
        assertEquals(List.of(), PROTOCOL.mistakes(List.of(new Task.Create("Regions", Map.of())), reports.get(0)));
        assertEquals(List.of(), PROTOCOL.mistakes(List.of(GET), reports.get(1)));
        assertEquals(List.of(), PROTOCOL.mistakes(List.of(GET, new Task.Whoami()), reports.get(2)));
    }
}
