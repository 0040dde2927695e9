package io.alignemulator.sandbox.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Which exchanges are meant: those for which all checks hold; no checks mean all.
 *
 * @param checks what is asked of an exchange, in the order in which it is told
 */
public record RequestMatcher(List<Check> checks) {

    /** A matcher for every exchange. */
    public static final RequestMatcher ANY = new RequestMatcher(List.of());

    public RequestMatcher {
        checks = List.copyOf(checks);
    }

    /**
     * One condition.
     *
     * @param name as in the JSON of a matcher
     * @param expected for people
     */
    public record Check(String name, String expected, Test test) {}

    /** Looks at an exchange. */
    @FunctionalInterface
    public interface Test {

        Found of(Exchange exchange);
    }

    /**
     * What a condition found.
     *
     * @param holds whether it holds
     * @param actual what is there, for people
     */
    public record Found(boolean holds, String actual) {}

    public boolean matches(Exchange exchange) {
        return checks.stream().allMatch(check -> check.test().of(exchange).holds());
    }

    /** What differs, one line a condition: {@code path: expected /epics/12, was /epics/13}. */
    public List<String> differences(Exchange exchange) {
        List<String> differences = new ArrayList<>();
        for (Check check : checks) {
            Found found = check.test().of(exchange);
            if (!found.holds()) {
                differences.add(check.name() + ": expected " + check.expected() + ", was " + found.actual());
            }
        }
        return differences;
    }
}
