package io.alignemulator.sandbox.faults;

import io.alignemulator.sandbox.faults.FaultException.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a fault; all mistakes are collected before it is refused. */
final class FaultReader {

    private static final List<String> KEYS = List.of("match", "effect", "description");

    private FaultReader() {}

    static Fault read(JsonNode json, FaultSite site) {
        if (!json.isObject()) {
            throw new FaultException(List.of(new Mistake("", json.toString(), "must be an object")));
        }
        List<Mistake> mistakes = new ArrayList<>();
        Part part = new Part(json, "", mistakes);
        part.onlyKeys(KEYS);
        FaultMatcher match = part.part("match")
                .map(each -> new MatchReader(each, site).read())
                .orElse(FaultMatcher.ANY);
        part.require("effect");
        Optional<Effect> effect = part.part("effect").flatMap(each -> new EffectReader(each).read());
        String description = part.text("description").orElse("");
        mistakes.addAll(new Reachability(match, site).mistakes(effect));
        if (!mistakes.isEmpty() || effect.isEmpty()) {
            throw new FaultException(mistakes);
        }
        return new Fault(match, effect.get(), description);
    }
}
