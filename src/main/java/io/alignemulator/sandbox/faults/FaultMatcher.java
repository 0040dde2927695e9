package io.alignemulator.sandbox.faults;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.address.Endpoint;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which calls a fault is about; all conditions hold together.
 *
 * @param verbs any of them; none for any call
 * @param path of the call, below {@code /rest/align/api/2}
 * @param persona whose token the call carries
 * @param selection which of the calls that meet the other conditions
 */
public record FaultMatcher(Set<FaultVerb> verbs, PathPattern path, Optional<Persona> persona, Selection selection) {

    /** Every call. */
    public static final FaultMatcher ANY =
            new FaultMatcher(Set.of(), PathPattern.ANY, Optional.empty(), Selection.EVERY);

    public FaultMatcher {
        EnumSet<FaultVerb> ordered = EnumSet.noneOf(FaultVerb.class);
        ordered.addAll(verbs);
        verbs = Collections.unmodifiableSet(ordered);
    }

    /** Whether a call meets all conditions but the selection, and so has a number. */
    boolean counts(FaultCall call) {
        return accepts(call.method(), call.endpoint().map(Endpoint::kind))
                && path.matches(call.parts())
                && (persona.isEmpty() || call.userId().equals(persona.map(Persona::userId)));
    }

    boolean accepts(String method, Optional<Endpoint.Kind> kind) {
        return verbs.isEmpty() || verbs.stream().anyMatch(verb -> verb.accepts(method, kind));
    }

    /** Whether a later fault with the other matcher would be idle behind one with this matcher: this one takes every call of the other, or chooses the same numbers of the same calls. */
    boolean shadows(FaultMatcher other) {
        boolean everyNumber = selection.equals(Selection.EVERY);
        boolean sameNumbers = selection.equals(other.selection) && other.countsAllOf(this);
        return countsAllOf(other) && (everyNumber || sameNumbers);
    }

    private boolean countsAllOf(FaultMatcher other) {
        return coversVerbs(other.verbs)
                && path.covers(other.path)
                && (persona.isEmpty() || persona.map(Persona::userId).equals(other.persona.map(Persona::userId)));
    }

    private boolean coversVerbs(Set<FaultVerb> others) {
        return verbs.isEmpty()
                || (!others.isEmpty()
                        && others.stream().allMatch(other -> verbs.stream().anyMatch(verb -> verb.covers(other))));
    }

    /** As it is written in JSON; what is not said is left out. */
    ObjectNode json() {
        ObjectNode json = Json.object();
        writeVerbs(json);
        if (!path.equals(PathPattern.ANY)) {
            json.put("path", path.text());
        }
        persona.ifPresent(who -> {
            if (who.name().isEmpty()) {
                json.put("persona", who.userId());
            } else {
                json.put("persona", who.name());
            }
        });
        writeSelection(json);
        return json;
    }

    private void writeVerbs(ObjectNode json) {
        List<String> names = verbs.stream().map(FaultVerb::text).toList();
        if (names.size() == 1) {
            json.put("verb", names.get(0));
        } else if (!names.isEmpty()) {
            ArrayNode array = Json.array();
            names.forEach(array::add);
            json.set("verb", array);
        }
    }

    private void writeSelection(ObjectNode json) {
        if (selection.nth() != Selection.EVERY.nth()) {
            json.put("nth", selection.nth());
        }
        if (selection.from() != Selection.EVERY.from()) {
            json.put("from", selection.from());
        }
        if (selection.times() != Selection.EVERY.times()) {
            json.put("times", selection.times());
        }
        if (selection.probability() != Selection.EVERY.probability()) {
            json.put("probability", selection.probability());
            json.put("seed", selection.seed());
        }
    }
}
