package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.conformance.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client does while its address is blocked, and after that. */
public sealed interface BlockCheck extends Check {

    /** After a 429 there is silence until the block is over. */
    @JsonTypeName("quiet-while-blocked")
    record QuietWhileBlocked() implements BlockCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            @Nullable ObservedCall blocked = null;
            Instant until = Instant.MIN;
            List<List<ObservedCall>> early = new ArrayList<>();
            for (ObservedCall call : evidence.calls()) {
                if (blocked != null && call.time().isBefore(until)) {
                    early.add(List.of(blocked, call));
                }
                if (call.status() == 429) {
                    blocked = call;
                    until = call.time().plus(evidence.block());
                }
            }
            return Outcome.failedWhere(sentence(evidence, early), early)
                    .orElse(blocked == null ? Outcome.UNTOUCHED : Outcome.PASSED);
        }

        private static String sentence(ClientEvidence evidence, List<List<ObservedCall>> early) {
            String after = early.stream()
                    .limit(Outcome.SHOWN)
                    .map(pair ->
                            Duration.between(pair.get(0).time(), pair.get(1).time()))
                    .map(wait -> Long.toString(wait.toSeconds()))
                    .collect(Collectors.joining(", "));
            return "After the answer 429 no call should be made for "
                    + evidence.block().toSeconds() + " seconds; this one came after " + after;
        }
    }

    /** A task that met a block is done in the end. One that gave up before the block was over is told from one that waited and did not go on. */
    @JsonTypeName("finishes-after-the-block")
    record FinishesAfterTheBlock(Optional<Integer> task) implements BlockCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            TaskResult result = evidence.result(task.orElse(1));
            if (result.ok()) {
                return Outcome.PASSED;
            }
            List<ObservedCall> calls = evidence.calls();
            return calls.stream()
                    .filter(call -> call.status() == 429)
                    .findFirst()
                    .map(blocked -> Outcome.failed(
                            sentence(blocked, evidence) + "; the client reported: " + JsonValues.shown(result),
                            blocked))
                    .orElse(Outcome.UNTOUCHED);
        }

        private String sentence(ObservedCall blocked, ClientEvidence evidence) {
            long block = evidence.block().toSeconds();
            long waited = Duration.between(blocked.time(), evidence.end()).toSeconds();
            String should = "Task " + task.orElse(1) + " should be done after the block; ";
            return waited < block
                    ? should + "the client gave up after " + waited + " of " + block + " seconds"
                    : should + "the client waited " + waited + " seconds, of which the block took " + block
                            + ", and did not go on";
        }
    }

    /** So much time passes between the first and the last call. */
    @JsonTypeName("waited")
    record Waited(Duration atLeast) implements BlockCheck {

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
