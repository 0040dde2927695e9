package io.alignemulator.conformance.report;

import java.util.List;

/**
 * How a client does by all requirements.
 *
 * @param client what was judged, for people
 * @param time how time passed: virtual, real, or observed
 * @param remarks on what was judged, a sentence each
 * @param unjudged why nothing can be said of the client; empty when something can
 */
public record SuiteResult(
        String client, int version, String time, List<Verdict> verdicts, List<String> remarks, String unjudged) {

    public SuiteResult {
        verdicts = List.copyOf(verdicts);
        remarks = List.copyOf(remarks);
    }

    /** A client of which something can be said. */
    public static SuiteResult of(String client, int version, String time, List<Verdict> verdicts) {
        return new SuiteResult(client, version, time, verdicts, List.of(), "");
    }

    public long count(Verdict.State state) {
        return verdicts.stream().filter(each -> each.state() == state).count();
    }

    /** Ids of the requirements that the client does not meet. */
    public List<String> failed() {
        return verdicts.stream()
                .filter(Verdict::failed)
                .map(each -> each.requirement().id())
                .toList();
    }
}
