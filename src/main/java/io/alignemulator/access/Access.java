package io.alignemulator.access;

import io.alignemulator.access.Decision.Membership;
import io.alignemulator.access.Decision.Outcome;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.RuleId;
import io.alignemulator.world.IndexKey;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one place where it is decided what a user may do in a world. The system role says which pages are open and which actions are allowed
 * ({@link RolePages}), the memberships say where ({@link MembershipScope}), the fields of a record say where it lies ({@link Scoping}); which page, action and fields is data of the
 * catalogue. Made anew for every call, so that a change of a role or a membership acts on the next one. For one thread.
 */
public final class Access {

    private final World world;
    private final RolePages role;
    private final Scoping scoping;
    private final AccessOptions options;

    private Access(World world, RolePages role, Scoping scoping, AccessOptions options) {
        this.world = world;
        this.role = role;
        this.scoping = scoping;
        this.options = options;
    }

    public static Access of(World world, Row user, AccessOptions options) {
        return new Access(
                world,
                RolePages.of(world, user, options.rules()),
                new Scoping(world, () -> MembershipScope.of(world, user, options), options.strictScope()),
                options);
    }

    /** Whether the user may use the verb on the collection at all, whatever the record. */
    public Decision page(Resource resource, Verb verb) {
        return role.decide(resource, verb);
    }

    /** Whether the page of this record, which need not be there yet, is open to the verb. */
    public Decision page(Row row, Verb verb) {
        return role.decide(row, verb);
    }

    /** Whether the user may do it to a record that is there. */
    public Decision record(Row row, Verb verb) {
        if (!inScope(row)) {
            return outOfScope(row, Outcome.OUT_OF_SCOPE, RuleId.ACCS_03, "reads", false);
        }
        Decision page = role.decide(row, verb);
        if (!page.isAllowed() || verb == Verb.READ || reaches(row, true)) {
            return page;
        }
        return outOfScope(row, Outcome.READ_ONLY, RuleId.ACCS_10, "writes", true);
    }

    /** Whether the user would get the record by its id. */
    public boolean sees(Row row) {
        return role.decide(row, Verb.READ).isAllowed() && reaches(row, false);
    }

    /** Whether a membership reaches the record, whatever its page: what a reference of a write may name. */
    public boolean inScope(Row row) {
        return reaches(row, false);
    }

    private boolean reaches(Row row, boolean write) {
        return isEverywhere() || scoping.reaches(row, write && options.rules().isOn(RuleId.ACCS_10));
    }

    /** Whether no membership is needed to reach whatever the site holds. */
    private boolean isEverywhere() {
        return role.isSuperAdmin() || !options.rules().isOn(RuleId.ACCS_07);
    }

    /** Whether the user sees every record of a resource, so that a list need not ask for each. */
    public boolean seesAll(Resource resource) {
        boolean open = isEverywhere() || Scoping.isOpen(resource, options.strictScope());
        return role.isSuperAdmin() || (open && resource.access().by().isEmpty());
    }

    /**
     * Where to look for the records that a user sees.
     *
     * @param keys of indexes that find all of them
     * @param exact whether they find no others, so that nothing needs to be asked of each; the page of the collection has to be open
     */
    public record Places(List<IndexKey> keys, boolean exact) {}

    /** Where the records lie that the user sees; empty when a list has to look at every record. */
    public Optional<Places> places(Resource resource) {
        boolean exact =
                resource.scope().by().isEmpty() && resource.access().by().isEmpty();
        return isEverywhere() ? Optional.empty() : scoping.keys(resource).map(keys -> new Places(keys, exact));
    }

    /** Whether a membership lets the user write where the record lies, whatever its page: what a record below it needs. */
    public Decision placement(Row row) {
        return misplaced(row, false).isEmpty()
                ? Decision.ALLOWED
                : outOfScope(row, Outcome.READ_ONLY, RuleId.ACCS_10, "writes", true);
    }

    /** The field to blame when a record would end up where the user may not write (inferred); empty when it may lie there. */
    public Optional<Field> misplaced(Row row, boolean isNew) {
        boolean free = isNew && row.resource().scope().isSelf();
        return free || reaches(row, true)
                ? Optional.empty()
                : Optional.of(Scoping.placeField(row, reaches(row, false)));
    }

    private Decision outOfScope(Row row, Outcome outcome, RuleId rule, String verb, boolean write) {
        List<Membership> memberships =
                TeamsThatReach.of(world, row, write && options.rules().isOn(RuleId.ACCS_10), options).stream()
                        .map(team -> new Membership(team.id(), String.valueOf(team.get("name"))))
                        .toList();
        String teams = memberships.stream()
                .map(each -> "team " + each.teamId() + " (" + each.teamName() + ")")
                .collect(Collectors.joining(", "));
        String reason =
                "no membership of the user " + verb + " " + row.resource().name() + " " + row.id()
                        + (teams.isEmpty() ? "; only a Super Admin does" : "; members of these do: " + teams);
        return new Decision(outcome, rule, reason, List.of(), memberships);
    }
}
