package io.alignemulator.sandbox.faults;

import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.wording.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fault that can act on a site, ready to be asked.
 *
 * @param fault as it was written
 * @param filter the same calls, with the persona's id in place of its name
 */
public record PreparedFault(Fault fault, CallFilter filter) {

    /** Conditions on what is known only when a call has been answered. */
    private static final Map<String, Function<CallMatcher, Optional<?>>> TOO_LATE = Map.of(
            "fault", CallMatcher::fault,
            "ignored", CallMatcher::ignored,
            "rule", CallMatcher::rule,
            "status", CallMatcher::status);

    /**
     * Prepares a fault.
     *
     * @param site decides what can match at all
     * @throws FaultException with everything that is wrong, also when the fault could never have an effect
     */
    public static PreparedFault of(Fault fault, FaultSite site) {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<CallFilter> filter = filter(fault.match(), site, mistakes);
        filter.ifPresent(each -> mistakes.addAll(new Reachability(each, site).mistakes(fault.effect())));
        if (!mistakes.isEmpty() || filter.isEmpty()) {
            throw new FaultException(mistakes);
        }
        return new PreparedFault(fault, filter.get());
    }

    /** What is wrong with the calls that a fault is about, whatever it does to them. */
    public static List<Mistake> mistakes(CallMatcher match, FaultSite site) {
        List<Mistake> mistakes = new ArrayList<>();
        filter(match, site, mistakes);
        return mistakes;
    }

    private static Optional<CallFilter> filter(CallMatcher match, FaultSite site, List<Mistake> mistakes) {
        TOO_LATE.forEach((key, condition) -> condition
                .apply(match)
                .ifPresent(value -> mistakes.add(mistake(
                        key,
                        value,
                        Reason.notTaken(
                                "in a fault, which acts before that is known", "match what is sent instead")))));
        CallMatcher resolved = match.persona()
                .map(who -> resolved(match, who.value(), site, mistakes))
                .orElse(match);
        try {
            return Optional.of(new CallFilter(resolved, site.endpoints()));
        } catch (InvalidValueException e) {
            mistakes.add(e.in("/match"));
            return Optional.empty();
        }
    }

    private static CallMatcher resolved(CallMatcher match, Object who, FaultSite site, List<Mistake> mistakes) {
        Optional<Long> id = who instanceof Long number
                ? Optional.of(number).filter(site.personas().isUser()::test)
                : site.personas().named(who.toString());
        if (id.isEmpty()) {
            mistakes.add(mistake(
                    "persona",
                    who,
                    Reason.not("a user")
                            .hint("; known are ids of users and "
                                    + site.personas().names())));
        }
        return id.map(each -> match.persona(each)).orElse(match);
    }

    private static Mistake mistake(String key, Object value, Reason refusal) {
        return new Mistake("/match/" + key, JsonMapper.shared().writeValueAsString(value), refusal);
    }
}
