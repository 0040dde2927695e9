package io.alignemulator.protocol;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a new sandbox is to be; everything may be left out.
 *
 * @param fixtures the name of a shipped set, or a map of records by collection
 * @param settings by their names, all other keys of the JSON
 */
@Doc("What a new sandbox is to be; everything may be left out, and every setting of a site is a key besides")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SandboxRequest(
        @Doc(value = "Lower-case letters, digits and hyphens; one is made up when left out", example = "\"my-test\"")
        Optional<String> name,

        @Doc(value = "A shipped set (empty, minimal, demo), or records by collection", example = "\"minimal\"")
        Optional<Object> fixtures,

        @Doc(value = "Another sandbox whose records, tokens and settings it begins with", example = "\"default\"")
        Optional<String> from,

        @Doc(value = "A snapshot of that sandbox", example = "\"before\"")
        Optional<String> snapshot,

        @Doc(value = "Records besides", example = "{\"Regions\": [{\"name\": \"South\"}]}")
        Map<String, Object> seed,

        @Doc(value = "Faults from the beginning", example = "[{\"effect\": {\"type\": \"closeAfter\"}}]")
        List<Fault> faults,

        @Doc(value = "What it can be found and ended by", example = "{\"build\": \"42\"}")
        Map<String, String> labels,

        @Doc(value = "How long it lives, by its own clock; for ever when left out", example = "\"PT10M\"")
        Optional<Duration> timeToLive,

        @Doc(
                value = "A time at which its clock stands still; a running clock when left out",
                example = "\"2026-01-05T09:00:00Z\"")
        Optional<Instant> clock,

        @JsonAnySetter @JsonAnyGetter @Doc("Settings of the site")
        Map<String, Object> settings) {

    /** A sandbox like the default one at its beginning. */
    public static final SandboxRequest DEFAULT = new SandboxRequest(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    private static final int LONGEST_LABEL = 200;
    private static final int MOST_LABELS = 20;
    private static final Duration LONGEST_LIFE = Duration.ofDays(36_500);

    public SandboxRequest {
        timeToLive.ifPresent(life -> Limits.duration("timeToLive", life, LONGEST_LIFE));
        clock.ifPresent(time -> Limits.time("clock", time));
        seed = Limits.map(seed);
        labels = Limits.map(labels);
        Limits.require(
                labels.entrySet().stream().allMatch(SandboxRequest::isShort),
                "labels",
                labels,
                "an object of labels, each and its value of " + LONGEST_LABEL + " characters at most");
        Limits.require(
                labels.size() <= MOST_LABELS, "labels", labels, "an object of " + MOST_LABELS + " labels at most");
        faults = Limits.list(faults);
        settings = Limits.map(settings);
    }

    private static boolean isShort(Map.Entry<String, @Nullable String> label) {
        String value = label.getValue();
        return label.getKey().length() <= LONGEST_LABEL && value != null && value.length() <= LONGEST_LABEL;
    }

    /** Another value of a key as it is written in JSON. */
    public SandboxRequest with(String key, Object value) {
        return ControlJson.with(this, key, value);
    }
}
