package io.alignemulator.sandbox.faults;

import io.alignemulator.protocol.calls.Method;
import io.alignemulator.protocol.faults.Effect;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.wording.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the reasons why a fault can never act: on an address or a verb that is not there, on a call whose number is never chosen, on an answer that has nothing to change. */
final class Reachability {

    private static final int REASONS_TOLD = 3;

    private final CallFilter match;
    private final FaultSite site;
    private final List<Endpoint> endpoints;

    Reachability(CallFilter match, FaultSite site) {
        this.match = match;
        this.site = site;
        this.endpoints = site.endpoints().all().stream()
                .filter(endpoint -> match.path().meets(endpoint.segments()))
                .toList();
    }

    List<Mistake> mistakes(Effect effect) {
        List<Mistake> mistakes = new ArrayList<>();
        match.selection().impossible().ifPresent(refusal -> mistakes.add(mistake("nth", "" + nth(), refusal)));
        if (endpoints.isEmpty()) {
            mistakes.add(mistake(
                    "path",
                    quoted(match.path().text()),
                    Reason.not("an address of the API, which begins with "
                            + Reason.oneOf(site.endpoints().collections()))));
            return mistakes;
        }
        match.matcher().method().stream().filter(each -> !isTaken(each)).forEach(each -> mistakes.add(untaken(each)));
        if (mistakes.isEmpty()) {
            spared(effect).ifPresent(mistakes::add);
        }
        return mistakes;
    }

    private long nth() {
        return match.selection().nth();
    }

    private boolean isTaken(Method method) {
        return endpoints.stream().anyMatch(endpoint -> endpoint.methods().contains(method.name()));
    }

    private Mistake untaken(Method method) {
        Set<String> methods = new TreeSet<>();
        endpoints.forEach(endpoint -> methods.addAll(endpoint.methods()));
        return mistake(
                "method",
                quoted(method.name()),
                Reason.not("a method of " + match.path().text() + ", which takes " + String.join(", ", methods)));
    }

    /** An effect that leaves every answer as it is. */
    private Optional<Mistake> spared(Effect effect) {
        List<Answer> answers = endpoints.stream().flatMap(this::answers).toList();
        List<String> reasons = answers.stream()
                .map(answer -> answer.spared(effect))
                .flatMap(Optional::stream)
                .toList();
        if (reasons.isEmpty() || reasons.size() < answers.size()) {
            return Optional.empty();
        }
        List<String> distinct = reasons.stream().distinct().toList();
        return Optional.of(new Mistake(
                "/effect",
                ControlJson.strict().writeValueAsString(effect),
                Reason.not("an effect that would change anything")
                        .because(String.join(
                                        "; ",
                                        distinct.stream().limit(REASONS_TOLD).toList())
                                + (distinct.size() > REASONS_TOLD ? "; and so on" : ""))));
    }

    private Stream<Answer> answers(Endpoint endpoint) {
        return endpoint.methods().stream()
                .filter(method -> isMeant(method))
                .map(method -> Answer.of(method, endpoint, site.settings()));
    }

    private boolean isMeant(String method) {
        Set<Method> meant = match.matcher().method();
        return meant.isEmpty() || meant.contains(Method.of(method));
    }

    private static Mistake mistake(String key, String value, Reason refusal) {
        return new Mistake("/match/" + key, value, refusal);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
