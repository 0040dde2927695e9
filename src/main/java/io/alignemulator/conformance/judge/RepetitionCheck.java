package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Calls that are made again. */
public sealed interface RepetitionCheck extends Check {

    private static Outcome noRepetition(ClientEvidence evidence, String sentence, Predicate<ObservedCall> isFinal) {
        Map<String, ObservedCall> over = new HashMap<>();
        List<List<ObservedCall>> again = new ArrayList<>();
        for (ObservedCall call : evidence.calls()) {
            boolean ends = isFinal.test(call);
            if (!ends && over.isEmpty()) {
                continue;
            }
            String same = call.sameness();
            ObservedCall before = over.get(same);
            if (before != null) {
                again.add(List.of(before, call));
            }
            if (ends) {
                over.put(same, call);
            }
        }
        return Outcome.failedWhere(sentence, again).orElse(over.isEmpty() ? Outcome.UNTOUCHED : Outcome.PASSED);
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
}
