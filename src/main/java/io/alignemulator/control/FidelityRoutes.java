package io.alignemulator.control;

import io.alignemulator.protocol.ReliedOn;
import io.alignemulator.rules.RuleEntry;
import io.alignemulator.sandbox.Reliance.Reliant;
import java.util.List;

/** Routes about what a client's tests rest on. */
final class FidelityRoutes {

    List<ControlRoute> all() {
        return List.of(ControlRoute.get(
                        "/fidelity/relied-on",
                        "The rules that had a say in the calls so far and are only assumed of the real site.")
                .answersEach(ReliedOn.class)
                .by((call, sandbox) -> Answers.json(
                        200,
                        sandbox.state().reliance().assumed().stream()
                                .map(FidelityRoutes::told)
                                .toList())));
    }

    private static ReliedOn told(Reliant each) {
        RuleEntry rule = each.rule();
        String switchedBy = rule.setting()
                .orElse(rule.switchedOff().map(off -> rule.id() + "=off").orElse(""));
        return new ReliedOn(rule.id(), rule.evidence().name(), rule.says(), each.calls(), switchedBy);
    }
}
