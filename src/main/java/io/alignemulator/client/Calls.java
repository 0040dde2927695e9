package io.alignemulator.client;

import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.calls.VerifyRequest;
import io.alignemulator.protocol.calls.VerifyRequest.Count;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which calls of the journal are meant, and how many there should be: {@code Calls.to(PATCH, "/epics/*").status(204).times(2)}. Immutable; every method gives another one. Without a
 * number at least one call is expected.
 */
public final class Calls {

    private final CallMatcher matcher;
    private final Optional<Count> count;
    private final Duration longest;

    private Calls(CallMatcher matcher, Optional<Count> count, Duration longest) {
        this.matcher = matcher;
        this.count = count;
        this.longest = longest;
    }

    /** Every call. */
    public static Calls any() {
        return of(CallMatcher.ANY);
    }

    /** @param path below the base of the REST API; a {@code *} stands for one segment, {@code **} at the end for the rest */
    public static Calls to(Method method, String path) {
        return of(CallMatcher.to(method, path));
    }

    /** The calls that a matcher says; it knows more conditions than there are short words here. */
    public static Calls of(CallMatcher matcher) {
        return new Calls(matcher, Optional.empty(), Duration.ZERO);
    }

    private Calls matching(CallMatcher more) {
        return new Calls(more, count, longest);
    }

    private Calls counting(int atLeast, OptionalInt atMost) {
        return new Calls(matcher, Optional.of(new Count(atLeast, atMost)), longest);
    }

    /** Answered with that status; 0 for a connection that was closed. */
    public Calls status(int code) {
        return matching(matcher.status(code));
    }

    /** @param kind a class of statuses such as {@code 4xx} */
    public Calls status(String kind) {
        return matching(matcher.status(kind));
    }

    /** With a token of that persona. */
    public Calls persona(String name) {
        return matching(matcher.persona(name));
    }

    /** With that value of a header. */
    public Calls header(String name, String value) {
        return matching(matcher.header(name, value));
    }

    /** With that value of an option of the query, with or without the dollar sign. */
    public Calls query(String option, String value) {
        return matching(matcher.query(option, value));
    }

    /** With that text in the body. */
    public Calls bodyContains(String text) {
        return matching(matcher.bodyContains(text));
    }

    /** Exactly so many; 0 for none at all. */
    public Calls times(int number) {
        return counting(number, OptionalInt.of(number));
    }

    public Calls atLeast(int number) {
        return counting(number, OptionalInt.empty());
    }

    public Calls atMost(int number) {
        return counting(0, OptionalInt.of(number));
    }

    /** Waits for calls that are still to come; up to 60 seconds of real time. */
    public Calls within(Duration time) {
        return new Calls(matcher, count, time);
    }

    VerifyRequest request() {
        return new VerifyRequest(matcher, count, longest.isZero() ? Optional.empty() : Optional.of(longest));
    }
}
