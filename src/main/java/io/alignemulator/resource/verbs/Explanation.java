package io.alignemulator.resource.verbs;

import io.alignemulator.access.Authentication;
import io.alignemulator.access.Decision;
import io.alignemulator.access.Decision.Membership;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a user's call would be told before its body is looked at, and why: its way up to the verb, gone without taking the
 * last step.
 *
 * @param decision allowed, page closed, out of scope, read only, no such record, not signed in, no such address, or wrong verb
 * @param status of the refusal; empty when the call goes on to its verb
 * @param rule the rule that decides
 * @param reason a sentence for people
 * @param missingToggles pages and actions of the role, one of which would help
 * @param missingMemberships teams, a membership in one of which would help
 */
public record Explanation(
        String decision,
        Optional<Integer> status,
        RuleId rule,
        String reason,
        List<String> missingToggles,
        List<Membership> missingMemberships) {

    private static final Explanation ALLOWED = new Explanation(
            "allowed", Optional.empty(), RuleId.ACCS_01, "no rule of access refuses it", List.of(), List.of());

    /**
     * Explains one call.
     *
     * @param method HTTP method
     * @param path below the API's base
     */
    public static Explanation of(
            Addresses addresses, World world, Row user, Settings settings, String method, String path) {
        try {
            Admission call = Admission.of(
                    addresses,
                    method,
                    path,
                    Authentication.of(user),
                    settings,
                    caller -> Context.of(world, caller, settings, Instant.EPOCH, "", new Trace()));
            Admission.admit(call.context(), call.at(), verb(method));
            return ALLOWED;
        } catch (ErrorResponse refusal) {
            return told(refusal);
        }
    }

    private static Explanation told(ErrorResponse refusal) {
        Decision decision = refusal.decision();
        return new Explanation(
                decision.isAllowed() ? word(refusal) : decision.outcome().text(),
                Optional.of(refusal.reply().status()),
                refusal.rule(),
                refusal.reason(),
                decision.toggles(),
                decision.memberships());
    }

    /** What no decision of access refuses. */
    private static String word(ErrorResponse refusal) {
        return switch (refusal.reply().status()) {
            case 401 -> "not signed in";
            case 405 -> "wrong verb";
            default -> refusal.rule() == RuleId.ADDR_07 ? "no such address" : "no such record";
        };
    }

    private static Verb verb(String method) {
        return switch (method) {
            case "POST" -> Verb.CREATE;
            case "PUT", "PATCH" -> Verb.UPDATE;
            case "DELETE" -> Verb.DELETE;
            default -> Verb.READ;
        };
    }
}
