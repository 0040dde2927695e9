package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.alignemulator.protocol.calls.CallMatcher;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Single calls. */
public sealed interface CallCheck extends Check {

    /** What the API takes, without the dollar sign. */
    Set<String> OPTIONS = Set.of("filter", "select", "orderby", "top", "skip", "expand", "id");

    /** Names under which people send credentials in addresses. */
    Set<String> CREDENTIALS =
            Set.of("token", "access_token", "api_key", "apikey", "api-key", "auth", "authorization", "bearer", "key");

    /** So many calls match, as in {@code POST /_emulator/requests/verify}. */
    @JsonTypeName("calls")
    record Count(CallMatcher matcher, Optional<Integer> times, Optional<Integer> atLeast, Optional<Integer> atMost)
            implements CallCheck {

        @Override
        public Outcome judge(ClientEvidence evidence) {
            int least = times.or(() -> atLeast).orElse(0);
            int most = times.or(() -> atMost).orElse(Integer.MAX_VALUE);
            int count = evidence.counting().apply(matcher);
            String expected = least == most
                    ? String.valueOf(least)
                    : most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
            return count >= least && count <= most
                    ? Outcome.PASSED
                    : new Outcome.Failed(
                            "There should be " + expected + " calls with " + matcher + "; there were " + count,
                            evidence.calls());
        }
    }

    /** The credential stands in its header, after the word bearer, or Basic where the site takes that. */
    @JsonTypeName("bearer-header")
    record BearerHeader() implements CallCheck {
        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "Every call should have the header Authorization with the token behind " + evidence.schemes(),
                    call -> true,
                    call -> evidence.schemes().contains(scheme(call)));
        }
    }

    /** The first word of the header. */
    private static String scheme(ObservedCall call) {
        return call.header("authorization").toLowerCase(Locale.ROOT).split(" ", 2)[0];
    }

    /** No address carries a credential. */
    @JsonTypeName("no-token-in-url")
    record NoTokenInUrl() implements CallCheck {

        /** What the journal keeps of a token. */
        private static final String MASK = "***";

        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "No address should carry a credential",
                    call -> true,
                    call -> call.options().keySet().stream().noneMatch(CREDENTIALS::contains)
                            && !call.path().contains(MASK)
                            && !call.query().contains(MASK));
        }
    }

    /** The limit is not reached. */
    @JsonTypeName("no-429")
    record No429() implements CallCheck {
        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every("No call should be one too many", call -> true, call -> call.status() != 429);
        }
    }

    /** Queries have no options but those of the API. */
    @JsonTypeName("no-unknown-options")
    record NoUnknownOptions() implements CallCheck {
        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "A query should have no options but those of the API",
                    call -> !call.query().isEmpty(),
                    call -> call.options().keySet().stream()
                            .allMatch(option -> OPTIONS.contains(option) || CREDENTIALS.contains(option)));
        }
    }

    /** No call needs a rule that another site may not grant, nor is refused by one: of reads the query, of other methods the body. */
    @JsonTypeName("does-not-rely-on")
    record DoesNotRelyOn(String rule, Set<String> methods) implements CallCheck {

        public DoesNotRelyOn {
            methods = methods == null ? Set.of("GET") : methods;
        }

        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "No " + (methods.contains("GET") ? "query" : "body") + " should need the rule " + rule
                            + ", which not every site grants",
                    call -> methods.contains(call.method())
                            && (call.is("GET") ? !call.query().isEmpty() : call.body() != null),
                    call -> !call.notes().contains(rule)
                            && !(call.status() == 400 && call.rules().contains(rule)));
        }
    }

    /** No call is refused because of its form. */
    @JsonTypeName("no-bad-requests")
    record NoBadRequests() implements CallCheck {
        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "No call should be refused because of its form",
                    call -> true,
                    call -> !Set.of(400, 405, 415).contains(call.status())
                            || !call.fault().isEmpty());
        }
    }

    /** No call goes to an address that the site does not have. */
    @JsonTypeName("no-unknown-addresses")
    record NoUnknownAddresses() implements CallCheck {
        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "No call should go to an address that does not exist",
                    call -> true,
                    call -> call.status() != 404 || !call.rules().contains("ADDR-07"));
        }
    }

    /** No call to another host, or to another port, carries a credential. */
    @JsonTypeName("no-token-elsewhere")
    record NoTokenElsewhere() implements CallCheck {
        @Override
        public Outcome judge(ClientEvidence evidence) {
            return evidence.every(
                    "No token should go elsewhere than to " + evidence.authority(),
                    call -> true,
                    call -> call.header("host").equalsIgnoreCase(evidence.authority())
                            || call.header("authorization").isEmpty());
        }
    }
}
