package io.alignemulator.conformance.report;

import java.util.List;

/**
 * How a client does by all requirements.
 *
 * @param client what was judged, for people
 * @param time how time passed: virtual, real, or observed
 */
public record SuiteResult(String client, int version, String time, List<Verdict> verdicts) {

    public SuiteResult {
        verdicts = List.copyOf(verdicts);
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
