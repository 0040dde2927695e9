package io.alignemulator.protocol.calls;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.protocol.json.Limits;
import io.alignemulator.protocol.json.Scalar;
import io.alignemulator.wording.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are meant: those for which everything that is said holds; nothing said means all. One language for faults,
 * verification, the journal and conformance. Texts are compared without regard to case but in bodies. The calls that meet
 * all other conditions are counted from 1; {@code nth}, {@code from}, {@code times} and {@code probability} choose among
 * them. A fault takes no condition that is not known before the call is answered: {@code status}, {@code rule},
 * {@code ignored}, {@code fault}. Immutable; every method gives another one.
 *
 * @param bodyJson null when the body does not matter
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Doc("Which calls are meant; everything that is said has to hold, nothing said means all")
public record CallMatcher(
        @JsonFormat(
                with = {
                    JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                    JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
                })
        @Doc(value = "A method, or several of which it is one, in any case", example = "\"PATCH\"")
        Set<Method> method,

        @Doc(
                value =
                        "The path in any case, with or without /rest/align/api/2 in front, the collection in the singular or"
                                + " the plural; * stands for one segment, ** at the end for the rest",
                example = "\"/epics/*\"")
        Optional<String> path,

        @Doc(value = "A regular expression that is found in the path as it was sent", example = "\"/epics/1[0-9]+$\"")
        Optional<String> pathPattern,

        @Doc(value = "Options with their decoded values, with or without the dollar sign", example = "{\"$top\": 5}")
        Map<String, Scalar> query,

        @Doc(value = "Headers with their values", example = "{\"Accept\": \"application/json\"}")
        Map<String, Scalar> header,

        @Doc(value = "A part of the body that was sent", example = "\"Renamed\"")
        Optional<String> bodyContains,

        @Doc(value = "JSON that the body holds, where objects may hold more", example = "{\"title\": \"Renamed\"}")
        @Nullable
        Object bodyJson,

        @Doc(value = "The answer's status, or its class such as 4xx; 0 is a closed connection", example = "\"4xx\"")
        Optional<Scalar> status,

        @Doc(
                value = "Whose token the call carries: a persona's name or a user's id; nobody for none",
                example = "\"team-member\"")
        Optional<Scalar> persona,

        @Doc(value = "The id of the user whose token the call carries; nobody for none", example = "4")
        Optional<Scalar> user,

        @Doc(
                value = "The number of the first call, or a time by the clock of the site",
                example = "\"2026-01-05T09:00:00Z\"")
        Optional<From> from,

        @Doc(value = "The latest time by the clock of the site", example = "\"2026-01-05T10:00:00Z\"")
        Optional<Instant> to,

        @Doc(value = "A rule that acted on the call", example = "\"RATE-01\"")
        Optional<Scalar> rule,

        @Doc(value = "JSON pointer of a field that was sent and did nothing", example = "\"/createDate\"")
        Optional<String> ignored,

        @Doc(value = "A part of what the journal says about the fault that acted", example = "\"status\"")
        Optional<Scalar> fault,

        @Doc(value = "The only call, by its number", example = "2")
        OptionalLong nth,

        @Doc(value = "How many calls at most", example = "3")
        OptionalLong times,

        @Doc(
                value =
                        "With which probability each call is chosen, above 0 and at most 1; the same calls at every run",
                example = "0.5")
        OptionalDouble probability,

        @Doc(value = "Another choice of the same probability", example = "7")
        OptionalLong seed) {

    private static final int LONGEST_PATTERN = 1_000;
    private static final int LARGEST_PATTERN = 10_000;

    /** Every call. */
    public static final CallMatcher ANY = new CallMatcher(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            null,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty());

    public CallMatcher {
        method = method == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(method));
        query = Limits.map(query);
        header = Limits.map(header);
        bodyJson = Limits.frozen(bodyJson);
        path.ifPresent(text -> Limits.require(text.startsWith("/"), "path", text, Limits.PATH));
        pathPattern.ifPresent(CallMatcher::checkPattern);
        status.ifPresent(text -> Limits.require(
                text.text().matches("[0-9]{1,3}|[1-5][xX][xX]"),
                "status",
                text,
                "a number such as 204, or a class such as 4xx"));
        Limits.from(1, "nth", nth.orElse(1));
        Limits.from(1, "times", times.orElse(1));
        double part = probability.orElse(1);
        Limits.require(part > 0 && part <= 1, "probability", part, "a number above 0 that is at most 1");
        Limits.fits(
                seed.isEmpty() || probability.isPresent(),
                "seed",
                seed.orElse(0),
                "without a probability",
                "give both, or neither");
    }

    private static void checkPattern(String regex) {
        Limits.require(
                regex.length() <= LONGEST_PATTERN && PatternSize.of(regex) <= LARGEST_PATTERN,
                "pathPattern",
                regex,
                "a regular expression of " + LONGEST_PATTERN + " characters at most, and of " + LARGEST_PATTERN
                        + " once its repetitions are written out");
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new InvalidValueException(
                    "pathPattern", regex, Reason.not("a regular expression").because(e.getDescription()));
        }
    }

    /** The calls of a method and a path, {@code to(PATCH, "/epics/*")}. */
    public static CallMatcher to(Method method, String path) {
        return ANY.method(method).path(path);
    }

    /** Calls of one of the methods. */
    public CallMatcher method(Method... any) {
        return with("method", Set.of(any));
    }

    /** @param pattern {@code *} stands for one segment, {@code **} at the end for the rest */
    public CallMatcher path(String pattern) {
        return with("path", pattern);
    }

    /** @param regex found in the path as it was sent */
    public CallMatcher pathPattern(String regex) {
        return with("pathPattern", regex);
    }

    /** With that value of an option, besides others that were said. */
    public CallMatcher query(String option, Object value) {
        return with("query", and(query, option, value));
    }

    /** With that value of a header, besides others that were said. */
    public CallMatcher header(String name, String value) {
        return with("header", and(header, name, value));
    }

    /** With that text in the body. */
    public CallMatcher bodyContains(String text) {
        return with("bodyContains", text);
    }

    /** @param json a map, a list or a scalar that the body holds, where objects may hold more */
    public CallMatcher bodyJson(Object json) {
        return with("bodyJson", json);
    }

    /** Answered with that status; 0 for a closed connection. */
    public CallMatcher status(int code) {
        return with("status", code);
    }

    /** @param kind a class of statuses such as {@code 4xx} */
    public CallMatcher status(String kind) {
        return with("status", kind);
    }

    /** With a token of that persona. */
    public CallMatcher persona(String name) {
        return with("persona", name);
    }

    /** With a token of the user of that id, where personas are spoken of. */
    public CallMatcher persona(long userId) {
        return with("persona", userId);
    }

    /** With a token of that user. */
    public CallMatcher user(long id) {
        return with("user", id);
    }

    /** From the call of that number on. */
    public CallMatcher from(long number) {
        return with("from", number);
    }

    /** At that time or later, by the clock of the site. */
    public CallMatcher from(Instant time) {
        return with("from", time);
    }

    /** At that time or earlier, by the clock of the site. */
    public CallMatcher until(Instant time) {
        return with("to", time);
    }

    /** On which that rule acted. */
    public CallMatcher rule(String id) {
        return with("rule", id);
    }

    /** In which that field was sent and did nothing. */
    public CallMatcher ignored(String pointer) {
        return with("ignored", pointer);
    }

    /** On which a fault acted of which the journal says that. */
    public CallMatcher fault(String text) {
        return with("fault", text);
    }

    /** The call of that number only. */
    public CallMatcher nth(long number) {
        return with("nth", number);
    }

    /** So many calls at most. */
    public CallMatcher times(long most) {
        return with("times", most);
    }

    /** Each call with that probability; the same calls at every run. */
    public CallMatcher probability(double part) {
        return with("probability", part);
    }

    /** Another choice of the same probability. */
    public CallMatcher probability(double part, long otherSeed) {
        return probability(part).with("seed", otherSeed);
    }

    private static Map<String, Object> and(Map<String, Scalar> map, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    private CallMatcher with(String key, Object value) {
        return ControlJson.with(this, key, value);
    }

    /** As it is written in JSON. */
    @Override
    public String toString() {
        return ControlJson.text(this);
    }

    @JsonProperty("bodyJson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Override
    public @Nullable Object bodyJson() {
        return bodyJson;
    }
}
