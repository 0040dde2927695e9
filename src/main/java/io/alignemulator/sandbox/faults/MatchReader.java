package io.alignemulator.sandbox.faults;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads {@code {"verb": "PATCH", "path": "/epics/*", "persona": "program-manager", "nth": 2}} and its like. A condition that cannot be read is left out. */
final class MatchReader {

    private static final List<String> KEYS =
            List.of("verb", "path", "persona", "nth", "from", "times", "probability", "seed");

    private final Part part;
    private final FaultSite site;

    MatchReader(Part part, FaultSite site) {
        this.part = part;
        this.site = site;
    }

    FaultMatcher read() {
        part.onlyKeys(KEYS);
        return new FaultMatcher(verbs(), path(), persona(), selection());
    }

    private Set<FaultVerb> verbs() {
        JsonNode json = part.at("verb");
        Set<FaultVerb> verbs = EnumSet.noneOf(FaultVerb.class);
        if (json.isString()) {
            add(verbs, json);
        } else if (json.isArray() && !json.isEmpty()) {
            json.forEach(each -> add(verbs, each));
        } else if (!json.isMissingNode()) {
            part.report("verb", "must be a verb or an array of verbs; known are " + known());
        }
        return verbs;
    }

    private void add(Set<FaultVerb> verbs, JsonNode json) {
        Optional<FaultVerb> verb = FaultVerb.of(json.asString(""));
        verb.ifPresentOrElse(
                verbs::add, () -> part.report("verb", "has " + json + ", which is no verb; known are " + known()));
    }

    private static String known() {
        return String.join(", ", FaultVerb.known());
    }

    private PathPattern path() {
        return part.text("path").flatMap(this::pattern).orElse(PathPattern.ANY);
    }

    private Optional<PathPattern> pattern(String text) {
        try {
            return Optional.of(PathPattern.of(text, site.endpoints()));
        } catch (IllegalArgumentException e) {
            part.report(
                    "path",
                    e.getMessage()
                            + "; a path is written below /rest/align/api/2 such as /epics/1001, with * for one segment and ** at its end for the rest");
            return Optional.empty();
        }
    }

    private Optional<Persona> persona() {
        JsonNode json = part.at("persona");
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        boolean isId = json.isIntegralNumber() && json.canConvertToLong();
        Optional<Persona> found = isId
                ? Optional.of(new Persona("", json.asLong()))
                        .filter(who -> site.personas().isUser().test(who.userId()))
                : site.personas().named(json.isString() ? json.asString() : "");
        if (found.isEmpty()) {
            part.report(
                    "persona",
                    "is no user; known are ids of users and " + site.personas().names());
        }
        return found;
    }

    private Selection selection() {
        long nth = part.number("nth", 1, Long.MAX_VALUE).orElse(Selection.EVERY.nth());
        long from = part.number("from", 1, Long.MAX_VALUE).orElse(Selection.EVERY.from());
        long times = part.number("times", 1, Long.MAX_VALUE).orElse(Selection.EVERY.times());
        double probability = part.decimal(
                        "probability", each -> each > 0 && each <= 1, "must be a number above 0 that is at most 1")
                .orElse(Selection.EVERY.probability());
        long seed = part.number("seed").orElse(Selection.DEFAULT_SEED);
        if (part.has("seed") && !part.has("probability")) {
            part.report("seed", "decides nothing without a probability");
        }
        return new Selection(nth, from, times, probability, seed);
    }
}
