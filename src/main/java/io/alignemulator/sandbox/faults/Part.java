package io.alignemulator.sandbox.faults;

import io.alignemulator.sandbox.faults.FaultException.Mistake;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import tools.jackson.databind.JsonNode;

/** A JSON object of a fault that is being read. What does not fit is reported and read as if it were not there, so that reading goes on to the next mistake. */
final class Part {

    private final JsonNode json;
    private final String pointer;
    private final List<Mistake> mistakes;

    Part(JsonNode json, String pointer, List<Mistake> mistakes) {
        this.json = json;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    boolean has(String key) {
        return json.has(key);
    }

    JsonNode at(String key) {
        return json.path(key);
    }

    /** Reports every other key. */
    void onlyKeys(List<String> known) {
        json.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> report(key, "stands at an unknown key; known are " + String.join(", ", known)));
    }

    /** Reports a key that is not there. */
    void require(String key) {
        if (!has(key)) {
            report(key, "is missing");
        }
    }

    /** The object at a key. */
    Optional<Part> part(String key) {
        return is(key, at(key).isObject(), "must be an object")
                ? Optional.of(new Part(at(key), below(key), mistakes))
                : Optional.empty();
    }

    /** The text at a key, which must not be empty. */
    Optional<String> text(String key) {
        return is(key, at(key).isString() && !at(key).asString().isEmpty(), "must be a text that is not empty")
                ? Optional.of(at(key).asString())
                : Optional.empty();
    }

    boolean flag(String key) {
        return is(key, at(key).isBoolean(), "must be true or false") && at(key).asBoolean();
    }

    Optional<Long> number(String key, long least, long most) {
        String range = most == Long.MAX_VALUE ? "from " + least : "from " + least + " to " + most;
        return number(key, "must be a whole number " + range)
                .filter(value -> is(key, value >= least && value <= most, "must be a whole number " + range));
    }

    /** Any whole number that fits into 64 bits. */
    Optional<Long> number(String key) {
        return number(key, "must be a whole number of 64 bits");
    }

    private Optional<Long> number(String key, String reason) {
        return is(key, at(key).isIntegralNumber() && at(key).canConvertToLong(), reason)
                ? Optional.of(at(key).asLong())
                : Optional.empty();
    }

    Optional<Double> decimal(String key, DoublePredicate fits, String reason) {
        return is(key, at(key).isNumber() && fits.test(at(key).asDouble()), reason)
                ? Optional.of(at(key).asDouble())
                : Optional.empty();
    }

    /** A duration in whole milliseconds, one at least. */
    Optional<Duration> duration(String key, Duration longest) {
        String reason = "must be an ISO 8601 duration in whole milliseconds from " + Range.SHORTEST + " to " + longest
                + ", such as PT0.5S";
        Optional<Duration> duration =
                parsed(at(key).asString("")).filter(each -> at(key).isString() && Range.isWithin(each, longest));
        return is(key, duration.isPresent(), reason) ? duration : Optional.empty();
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the key is there with a value that fits; reports one that does not. */
    private boolean is(String key, boolean fits, String reason) {
        if (has(key) && !fits) {
            report(key, reason);
        }
        return has(key) && fits;
    }

    void report(String key, String reason) {
        mistakes.add(new Mistake(below(key), has(key) ? at(key).toString() : "", reason));
    }

    private String below(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
