package io.alignemulator.observation;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.conformance.judge.ClientEvidence;
import io.alignemulator.conformance.judge.ObservedCall;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.run.Observation;
import io.alignemulator.conformance.suite.Suite;
import io.alignemulator.fixtures.ChangeReport;
import io.alignemulator.fixtures.file.FixtureSet;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Change;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.sandbox.journal.ExchangeWords;
import io.alignemulator.sandbox.journal.RecordedExchange;
import io.alignemulator.world.RowPrinter;
import io.alignemulator.world.World;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What the calls of a sandbox say until now of the client that made them, requirement by requirement; the same judge as {@code conformance observe}, without a way over HTTP. */
public final class SandboxObservation {

    /** Read when somebody first asks: most servers judge nobody. */
    private @Nullable Suite suite;

    /** What was read of the calls that were judged last, so that a call is read once. Forgotten when memory is short. */
    private SoftReference<Map<RecordedExchange, ObservedCall>> read = new SoftReference<>(Map.of());

    /** The verdicts of this moment. A client that made no call, or none that was taken, is not judged. */
    public SuiteResult of(Sandbox sandbox) {
        SiteState state = sandbox.state();
        Endpoints endpoints = Endpoints.of(state.world().catalogue());
        List<RecordedExchange> exchanges = sandbox.journal().contents().exchanges();
        ClientEvidence evidence = ClientEvidence.observed(
                observed(exchanges),
                matcher -> count(matcher, exchanges, endpoints),
                collection -> records(collection, state.world()),
                () -> changes(state.world()),
                state.settings().ofSandbox(),
                "",
                state.clock().now());
        return Observation.of(suite(), evidence, "the clients of " + sandbox.name());
    }

    /** The calls as the judge reads them. An exchange never changes, so that those of the last look are the same now. */
    private synchronized List<ObservedCall> observed(List<RecordedExchange> exchanges) {
        Map<RecordedExchange, ObservedCall> before = Objects.requireNonNullElse(read.get(), Map.of());
        IdentityHashMap<RecordedExchange, ObservedCall> now = new IdentityHashMap<>();
        List<ObservedCall> calls = new ArrayList<>();
        for (RecordedExchange exchange : exchanges) {
            ObservedCall known = before.get(exchange);
            ObservedCall call = known == null ? ObservedCall.of(asRead(exchange)) : known;
            now.put(exchange, call);
            calls.add(call);
        }
        read = new SoftReference<>(now);
        return calls;
    }

    /** As whoever reads the journal gets it: bodies are maps, lists and texts. */
    private static io.alignemulator.protocol.calls.Exchange asRead(RecordedExchange exchange) {
        return ControlJson.strict()
                .readValue(
                        ControlJson.strict().writeValueAsBytes(ExchangeWords.of(exchange)),
                        io.alignemulator.protocol.calls.Exchange.class);
    }

    private synchronized Suite suite() {
        Suite known = suite;
        if (known == null) {
            known = Suite.load();
            suite = known;
        }
        return known;
    }

    private static int count(CallMatcher matcher, List<RecordedExchange> exchanges, Endpoints endpoints) {
        return new CallFilter(matcher, endpoints).chosen(exchanges).size();
    }

    private static List<Map<String, Object>> records(String collection, World world) {
        Catalogue catalogue = world.catalogue();
        return FixtureSet.resourceOf(collection, catalogue).stream()
                .flatMap(resource ->
                        StreamSupport.stream(world.table(resource).rows().spliterator(), false))
                .map(row -> ControlJson.strict()
                        .readValue(RowPrinter.stored(row), new TypeReference<Map<String, Object>>() {}))
                .toList();
    }

    private static List<Change> changes(World world) {
        return ControlJson.strict().convertValue(ChangeReport.json(world.changes()), new TypeReference<>() {});
    }
}
