package io.alignemulator.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Conditions of calls that follow on calls: what is made again, and when. */
final class RetryConditions {

    private RetryConditions() {}

    static Condition noRetryOf(Params params) {
        Set<Integer> statuses = params.only("status").texts("status").stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        return noRepetition(
                "A call that was answered " + statuses + " should not be made again",
                call -> statuses.contains(call.status()));
    }

    static Condition noRepeatedPost(Params params) {
        return noRepetition(
                "A POST whose fate is unknown should not be sent again",
                call -> call.method().equals("POST") && (call.status() == 0 || call.status() >= 500 || isCut(call)));
    }

    /** Whether the answer got lost on the way. */
    private static boolean isCut(Call call) {
        return Set.of("delay", "drip", "closeAfter", "truncatedBody", "malformedJson").stream()
                .anyMatch(effect -> call.fault().endsWith(effect));
    }

    private static Condition noRepetition(String sentence, Predicate<Call> isFinal) {
        return evidence -> {
            Map<String, Call> over = new HashMap<>();
            for (Call call : evidence.calls()) {
                Call before = over.get(call.sameness());
                if (before != null) {
                    return Outcome.failed(sentence, before, call);
                }
                if (isFinal.test(call)) {
                    over.put(call.sameness(), call);
                }
            }
            return over.isEmpty() ? Outcome.UNTOUCHED : Outcome.PASSED;
        };
    }

    static Condition quietWhileBlocked(Params params) {
        return evidence -> {
            Call blocked = null;
            Instant until = Instant.MIN;
            for (Call call : evidence.calls()) {
                if (blocked != null && call.time().isBefore(until)) {
                    return Outcome.failed(
                            "After the answer 429 no call should be made for "
                                    + evidence.block().toSeconds() + " seconds; this one came after "
                                    + Duration.between(blocked.time(), call.time())
                                            .toSeconds(),
                            blocked,
                            call);
                }
                if (call.status() == 429) {
                    blocked = call;
                    until = call.time().plus(evidence.block());
                }
            }
            return blocked == null ? Outcome.UNTOUCHED : Outcome.PASSED;
        };
    }

    static Condition waited(Params params) {
        Duration least = Duration.parse(params.only("atLeast").text("atLeast"));
        return evidence -> {
            List<Call> calls = evidence.calls();
            if (calls.isEmpty()) {
                return Outcome.failed("Calls should be made; there were none");
            }
            Duration waited = Duration.between(
                    calls.get(0).time(), calls.get(calls.size() - 1).time());
            return waited.compareTo(least) >= 0
                    ? Outcome.PASSED
                    : new Outcome.Failed(
                            "At least " + least + " should pass between the first and the last call; it was " + waited,
                            calls);
        };
    }
}
