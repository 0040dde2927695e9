package io.alignemulator.conformance.run;

import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.judge.ClientEvidence;
import io.alignemulator.conformance.judge.ObservedCall;
import io.alignemulator.conformance.report.SuiteResult;
import io.alignemulator.conformance.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges a client that works on a sandbox, without telling it what to do: by what it sends, as far as that says something. */
public final class Observation {

    private Observation() {}

    /** What the traffic of a sandbox says until now. Who made no call, or none that was taken, is not judged. */
    public static SuiteResult of(Suite suite, Sandbox sandbox, String client) {
        return of(suite, ClientEvidence.of(sandbox, List.of(), List.of()), client);
    }

    /** What there is to judge by says until now. */
    public static SuiteResult of(Suite suite, ClientEvidence evidence, String client) {
        List<ObservedCall> calls = evidence.calls();
        Map<Integer, Long> refused = calls.stream()
                .filter(ObservedCall::isRefused)
                .collect(Collectors.groupingBy(ObservedCall::status, TreeMap::new, Collectors.counting()));
        long all = refused.values().stream().mapToLong(Long::longValue).sum();
        return new SuiteResult(
                client,
                suite.version(),
                "observed",
                Verdicts.observed(suite, evidence),
                remarks(calls, refused, all),
                calls.isEmpty() ? "The client made no call" : all == calls.size() ? "Every call was refused" : "");
    }

    private static List<String> remarks(List<ObservedCall> calls, Map<Integer, Long> refused, long all) {
        List<String> remarks = new ArrayList<>();
        if (all > 0) {
            remarks.add(all + " of " + calls.size() + " calls were refused: "
                    + refused.entrySet().stream()
                            .map(each -> each.getValue() + " with " + each.getKey())
                            .collect(Collectors.joining(", ")));
        }
        long lost = calls.isEmpty() ? 0 : calls.get(0).number() - 1;
        if (lost > 0) {
            remarks.add("The journal no longer keeps the first " + lost + " calls, which were not judged");
        }
        return remarks;
    }
}
