package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Calls that follow on calls: what is made again, and when. */
public sealed interface RepetitionCheck extends Check {

    private static Outcome noRepetition(ClientEvidence evidence, String sentence, Predicate<ObservedCall> isFinal) {
        Map<String, ObservedCall> over = new HashMap<>();
        for (ObservedCall call : evidence.calls()) {
            ObservedCall before = over.get(call.sameness());
            if (before != null) {
                return Outcome.failed(sentence, before, call);
            }
            if (isFinal.test(call)) {
                over.put(call.sameness(), call);
            }
        }
        return over.isEmpty() ? Outcome.UNTOUCHED : Outcome.PASSED;
    }

    /** A call that was answered so is not made again. */
    @JsonTypeName("no-retry-of")
    record NoRetryOf(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            Set<Integer> status) implements RepetitionCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            return noRepetition(
                    evidence,
                    "A call that was answered " + status + " should not be made again",
                    call -> status.contains(call.status()));
        }
    }

    /** A POST is not made again when nobody knows what became of it. */
    @JsonTypeName("no-repeated-post")
    record NoRepeatedPost() implements RepetitionCheck {

        /** Faults by which an answer gets lost on its way. */
        private static final Set<String> LOSSES =
                Set.of("delay", "drip", "closeAfter", "truncatedBody", "malformedJson");

        @Override
        public Outcome judge(ClientEvidence evidence) {
            return noRepetition(
                    evidence,
                    "A POST whose fate is unknown should not be sent again",
                    call -> call.is("POST")
                            && (call.status() == 0
                                    || call.status() >= 500
                                    || LOSSES.stream()
                                            .anyMatch(effect -> call.fault().endsWith(effect))));
        }
    }

    /** After a 429 there is silence until the block is over. */
    @JsonTypeName("quiet-while-blocked")
    record QuietWhileBlocked() implements RepetitionCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            @Nullable ObservedCall blocked = null;
            Instant until = Instant.MIN;
            for (ObservedCall call : evidence.calls()) {
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
        }
    }

    /** So much time passes between the first and the last call. */
    @JsonTypeName("waited")
    record Waited(Duration atLeast) implements RepetitionCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            List<ObservedCall> calls = evidence.calls();
            if (calls.isEmpty()) {
                return Outcome.failed("Calls should be made; there were none");
            }
            Duration waited = Duration.between(
                    calls.get(0).time(), calls.get(calls.size() - 1).time());
            return waited.compareTo(atLeast) >= 0
                    ? Outcome.PASSED
                    : new Outcome.Failed(
                            "At least " + atLeast + " should pass between the first and the last call; it was "
                                    + waited,
                            calls);
        }
    }
}
