package io.alignemulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.alignemulator.conformance.reference.OtherWays;
import io.alignemulator.conformance.reference.Trapped;
import io.alignemulator.conformance.reference.WrongClients;
import io.alignemulator.conformance.report.KnownFailures;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.report.TextReport;
import io.alignemulator.conformance.run.RunOptions;
import io.alignemulator.conformance.suite.Requirement;
import io.alignemulator.conformance.suite.Suite;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every requirement there is a client that fails it and no other: the matrix of wrong clients and requirements has
 * nothing but its diagonal. Every build judges a client by the requirements of its own family; {@code mvn test -Dtest=WrongClientsTest -Dmatrix=full} by all of them, which is due
 * before a version of the suite is frozen, and {@code -Dclient=RATE-01} by all of them the one that is named.
 */
@Execution(ExecutionMode.CONCURRENT)
class WrongClientsTest {

    private static final Suite SUITE = Suite.load();
    private static final JudgingServers SERVERS = new JudgingServers();

    private static final int SCENARIOS_AT_ONCE = 4;

    /** Those of the network wait most of the time. */
    private static final int WAITING_AT_ONCE = 8;

    private static final String ONLY = System.getProperty("client", "");
    private static final boolean FULL = !ONLY.isEmpty() || "full".equals(System.getProperty("matrix"));

    static Stream<String> ids() {
        return WrongClients.all().keySet().stream().filter(id -> ONLY.isEmpty() || id.equals(ONLY));
    }

    @AfterAll
    static void close() {
        SERVERS.close();
    }

    @Test
    void everyRequirementHasAWrongClient() {
        TreeSet<String> ids = new TreeSet<>();
        SUITE.requirements().stream().map(Requirement::id).forEach(ids::add);
        assertEquals(ids, WrongClients.all().keySet());
    }

    @ParameterizedTest(name = "the client that is wrong in {0}")
    @MethodSource("ids")
    void aWrongClientFailsItsRequirementAndNoOther(String id) {
        assertFailsOnly(id, Objects.requireNonNull(WrongClients.all().get(id)));
    }

    static Stream<Trapped.Fall> otherWays() {
        return OtherWays.all().stream()
                .filter(way -> ONLY.isEmpty() || way.requirement().equals(ONLY));
    }

    /** A requirement may be missed in several ways, of which each scenario sees one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("otherWays")
    void whoIsWrongInAnotherWayFailsTheSameRequirementAndNoOther(Trapped.Fall way) {
        assertFailsOnly(way.requirement(), way.client());
    }

    private static void assertFailsOnly(String id, Function<ClientSite, ConformanceClient> client) {
        int scenarios = id.startsWith("NET") && !FULL ? WAITING_AT_ONCE : SCENARIOS_AT_ONCE;
        SuiteResult result =
                SERVERS.judge(judging(id), client, RunOptions.of(id).withParallel(scenarios));
        assertEquals(List.of(id), result.failed(), TextReport.of(result, KnownFailures.EMPTY));
    }

    private static Suite judging(String id) {
        String family = id.substring(0, id.indexOf('-') + 1);
        return FULL
                ? SUITE
                : SUITE.only(SUITE.requirements().stream()
                        .map(Requirement::id)
                        .filter(each -> each.startsWith(family))
                        .toList());
    }
}
