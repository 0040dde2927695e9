package io.alignemulator.resource.verbs;

import io.alignemulator.access.Access;
import io.alignemulator.access.AccessOptions;
import io.alignemulator.access.Authentication;
import io.alignemulator.access.Decision;
import io.alignemulator.access.Decision.Membership;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.resource.address.Address;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.address.Selector;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a user's call would be told before its body is looked at, and why.
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
     * @param path below {@code /rest/align/api/2}
     */
    public static Explanation of(
            Addresses addresses, World world, Row user, Settings settings, String method, String path) {
        Optional<Address> address = addresses.find(path);
        if (address.isEmpty()) {
            return refused("no such address", ErrorResponse.noRoute());
        }
        if (!address.get().methods().contains(method)) {
            return refused(
                    "wrong verb",
                    ErrorResponse.wrongVerb(String.join(", ", address.get().methods())));
        }
        if (!Authentication.isActive(user)) {
            return refused("not signed in", ErrorResponse.unauthorized("the user is deactivated"));
        }
        Access access = Access.of(world, user, AccessOptions.of(settings));
        return explain(access, world, address.get(), verb(method));
    }

    private static Explanation explain(Access access, World world, Address at, Verb verb) {
        return switch (at.kind()) {
            case WHOAMI -> ALLOWED;
            case COLLECTION ->
                above(access, world, at.selector(), verb).orElseGet(() -> of(access.page(at.resource(), verb)));
            case ITEM, EDITMETA, AUDITLOG ->
                above(access, world, at.selector(), verb)
                        .orElseGet(() -> record(access, world, at.resource(), at.id(), verb));
        };
    }

    /** What the record above a nested collection leads to, when it is not allowed. */
    private static Optional<Explanation> above(Access access, World world, Selector selector, Verb verb) {
        return selector.parent().flatMap(parent -> {
            Resource resource = world.catalogue().resource(parent.getKey());
            Explanation read = record(access, world, resource, parent.getValue(), Verb.READ);
            if (read.status().isPresent() || verb == Verb.READ) {
                return Optional.of(read)
                        .filter(explanation -> explanation.status().isPresent());
            }
            return world.get(resource.name(), parent.getValue())
                    .map(access::placement)
                    .filter(decision -> !decision.isAllowed())
                    .map(Explanation::of);
        });
    }

    private static Explanation record(Access access, World world, Resource resource, long id, Verb verb) {
        Decision page = access.page(resource, verb);
        if (!page.isAllowed()) {
            return of(page);
        }
        return world.table(resource)
                .get(id)
                .map(row -> of(access.record(row, verb)))
                .orElseGet(() -> refused("no such record", ErrorResponse.notFound(resource, id)));
    }

    private static Explanation of(Decision decision) {
        if (decision.isAllowed()) {
            return ALLOWED;
        }
        boolean hidden = decision.outcome() == Decision.Outcome.OUT_OF_SCOPE;
        return new Explanation(
                decision.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Optional.of(hidden ? 404 : 403),
                decision.rule(),
                decision.reason(),
                decision.toggles(),
                decision.memberships());
    }

    private static Explanation refused(String decision, ErrorResponse refusal) {
        return new Explanation(
                decision,
                Optional.of(refusal.reply().status()),
                refusal.rule(),
                refusal.reason(),
                List.of(),
                List.of());
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
