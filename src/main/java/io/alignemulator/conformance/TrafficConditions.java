package io.alignemulator.conformance;

import io.alignemulator.client.Calls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Conditions of single calls. */
final class TrafficConditions {

    /** What the API takes, without the dollar sign. */
    private static final Set<String> OPTIONS = Set.of("filter", "select", "orderby", "top", "skip", "expand", "id");

    private static final Set<String> CREDENTIALS =
            Set.of("token", "access_token", "api_key", "apikey", "api-key", "auth", "authorization", "bearer", "key");

    /** What the journal keeps of a token. */
    private static final String MASK = "***";

    private TrafficConditions() {}

    /** Every call has to fulfil it; none at all says nothing. */
    private static Condition every(String sentence, Predicate<Call> holds) {
        return every(sentence, call -> true, holds);
    }

    /** Every call of a kind has to fulfil it; none of the kind says nothing. */
    static Condition every(String sentence, Predicate<Call> kind, Predicate<Call> holds) {
        return evidence -> {
            List<Call> all = evidence.calls().stream().filter(kind).toList();
            return all.stream()
                    .filter(holds.negate())
                    .findFirst()
                    .map(call -> Outcome.failed(sentence, call))
                    .orElse(all.isEmpty() ? Outcome.UNTOUCHED : Outcome.PASSED);
        };
    }

    static Condition calls(Params params) {
        params.only("matcher", "times", "atLeast", "atMost");
        Map<String, Object> matcher = params.object("matcher");
        int least = params.has("times") ? params.number("times", 0) : params.number("atLeast", 0);
        int most = params.has("times") ? least : params.number("atMost", Integer.MAX_VALUE);
        return evidence -> {
            Calls calls = Calls.any();
            for (Map.Entry<String, Object> condition : matcher.entrySet()) {
                calls = calls.with(condition.getKey(), condition.getValue());
            }
            int count = evidence.counting().apply(calls);
            String expected = least == most
                    ? String.valueOf(least)
                    : most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
            return count >= least && count <= most
                    ? Outcome.PASSED
                    : new Outcome.Failed(
                            "There should be " + expected + " calls with " + matcher + "; there were " + count,
                            evidence.calls());
        };
    }

    static Condition bearerHeader(Params params) {
        return every(
                "Every call should have the header Authorization with the word bearer and the token",
                call -> call.header("authorization").toLowerCase(Locale.ROOT).startsWith("bearer "));
    }

    static Condition noTokenInUrl(Params params) {
        return every(
                "No address should carry a credential",
                call -> call.options().keySet().stream().noneMatch(CREDENTIALS::contains)
                        && !call.path().contains(MASK)
                        && !call.query().contains(MASK));
    }

    static Condition no429(Params params) {
        return every("No call should be one too many", call -> call.status() != 429);
    }

    static Condition noUnknownOptions(Params params) {
        return every(
                "A query should have no options but those of the API",
                call -> !call.query().isEmpty(),
                call -> call.options().keySet().stream()
                        .allMatch(option -> OPTIONS.contains(option) || CREDENTIALS.contains(option)));
    }

    static Condition noBadRequests(Params params) {
        return every(
                "No call should be refused because of its form",
                call -> !Set.of(400, 405, 415).contains(call.status())
                        || !call.fault().isEmpty());
    }

    static Condition noUnknownAddresses(Params params) {
        return every(
                "No call should go to an address that does not exist",
                call -> call.status() != 404 || !call.rules().contains("ADDR-07"));
    }

    static Condition noTokenTo(Params params) {
        String host = params.only("host").text("host");
        return every(
                "No token should go to " + host,
                call -> !call.header("host").startsWith(host)
                        || call.header("authorization").isEmpty());
    }
}
