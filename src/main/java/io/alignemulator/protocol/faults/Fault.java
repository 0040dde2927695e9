package io.alignemulator.protocol.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Calls that go wrong on purpose, and how: {@code Fault.status(503).on(PATCH, "/epics/*").nth(2)}. Immutable; every method
 * gives another one. Without conditions it is about every call.
 *
 * @param description empty when there is none
 */
@Doc("Calls that go wrong on purpose, and how")
public record Fault(
        @Doc(
                value = "Which calls; all when left out",
                example = "{\"method\": \"PATCH\", \"path\": \"/epics/*\", \"nth\": 2}")
        CallMatcher match,

        @JsonProperty(required = true)
        @Doc(value = "What happens to them", example = "{\"type\": \"status\", \"code\": 503}")
        Effect effect,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Doc(value = "For people", example = "\"The second change fails\"")
        String description) {

    public Fault {
        match = match == null ? CallMatcher.ANY : match;
        Limits.present("effect", effect, "an object with a type, such as {\"type\": \"closeAfter\"}");
        description = description == null ? "" : description;
    }

    /** An effect on every call. */
    public static Fault of(Effect effect) {
        return new Fault(CallMatcher.ANY, effect, "");
    }

    /** Answers with a status, {@link Effect.Status}. */
    public static Fault status(int code) {
        return of(new Effect.Status(code));
    }

    /** Answers 429, {@link Effect.TooManyRequests}. */
    public static Fault tooManyRequests() {
        return of(new Effect.TooManyRequests(OptionalInt.empty(), false));
    }

    /** Answers 429 and blocks the address in earnest, {@link Effect.TooManyRequests}. */
    public static Fault block() {
        return of(new Effect.TooManyRequests(OptionalInt.empty(), true));
    }

    /** Answers 429 with {@code Retry-After}, {@link Effect.TooManyRequests}. */
    public static Fault tooManyRequests(Duration retryAfter) {
        return of(new Effect.TooManyRequests(OptionalInt.of(Math.toIntExact(retryAfter.toSeconds())), false));
    }

    /** Lets answers wait, {@link Effect.Delay}. */
    public static Fault delay(Duration duration) {
        return of(new Effect.Delay(duration));
    }

    /** Lets bodies trickle, {@link Effect.Drip}. */
    public static Fault drip(int bytesPerChunk, Duration pause) {
        return of(new Effect.Drip(bytesPerChunk, pause));
    }

    /** Closes the connection before anything is applied, {@link Effect.CloseBefore}. */
    public static Fault closeBefore() {
        return of(new Effect.CloseBefore());
    }

    /** Closes the connection after the call was applied, {@link Effect.CloseAfter}. */
    public static Fault closeAfter() {
        return of(new Effect.CloseAfter());
    }

    /** Sends half of the body, {@link Effect.TruncatedBody}. */
    public static Fault truncatedBody() {
        return of(new Effect.TruncatedBody(OptionalInt.empty(), OptionalDouble.empty(), false));
    }

    /** Sends the first bytes of the body, {@link Effect.TruncatedBody}. */
    public static Fault truncatedBody(int bytes) {
        return of(new Effect.TruncatedBody(OptionalInt.of(bytes), OptionalDouble.empty(), false));
    }

    /** Sends half of the body in chunks, without the last of them, {@link Effect.TruncatedBody}. */
    public static Fault truncatedChunks() {
        return of(new Effect.TruncatedBody(OptionalInt.empty(), OptionalDouble.empty(), true));
    }

    /** Breaks the end of JSON, {@link Effect.MalformedJson}. */
    public static Fault malformedJson() {
        return of(new Effect.MalformedJson());
    }

    /** Adds a property, {@link Effect.ExtraProperty}. */
    public static Fault extraProperty(String name, @Nullable Object value) {
        return of(new Effect.ExtraProperty(name, value));
    }

    /** Changes the type of a field, {@link Effect.WrongType}. */
    public static Fault wrongType(String field) {
        return of(new Effect.WrongType(field));
    }

    /** Answers with a proxy's page, {@link Effect.ProxyPage}. */
    public static Fault proxyPage(int code) {
        return of(new Effect.ProxyPage(code));
    }

    /** Sends the client elsewhere with the status 307, {@link Effect.Redirect}. */
    public static Fault redirect(String location) {
        return of(new Effect.Redirect(location, 0));
    }

    /** Ends the token of the call, {@link Effect.UnauthorizedFromNowOn}. */
    public static Fault unauthorizedFromNowOn() {
        return of(new Effect.UnauthorizedFromNowOn());
    }

    /** Makes a call of the control API first, {@link Effect.Meanwhile}. */
    public static Fault meanwhile(Method method, String path, Map<String, ?> body) {
        return meanwhile(List.of(new Effect.ControlCall(method, path, Optional.of(new LinkedHashMap<>(body)))));
    }

    /** Makes calls of the control API first, {@link Effect.Meanwhile}. */
    public static Fault meanwhile(List<Effect.ControlCall> calls) {
        return of(new Effect.Meanwhile(calls));
    }

    /** On calls of a method and a path: {@code *} stands for one segment, {@code **} at the end for the rest. */
    public Fault on(Method method, String path) {
        return on(match.method(method).path(path));
    }

    /** On these calls, in place of those that were said. */
    public Fault on(CallMatcher calls) {
        return new Fault(calls, effect, description);
    }

    /** On calls with a token of that persona. */
    public Fault persona(String name) {
        return on(match.persona(name));
    }

    /** On the call of that number only. */
    public Fault nth(long number) {
        return on(match.nth(number));
    }

    /** From the call of that number on. */
    public Fault from(long number) {
        return on(match.from(number));
    }

    /** On so many calls at most. */
    public Fault times(long most) {
        return on(match.times(most));
    }

    /** On each call with that probability; the same calls at every run. */
    public Fault probability(double part) {
        return on(match.probability(part));
    }

    /** With a word for people. */
    public Fault described(String text) {
        return new Fault(match, effect, text);
    }
}
