package io.alignemulator.access;

import io.alignemulator.catalogue.PageAccess;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.RuleId;
import io.alignemulator.rules.RuleSwitches;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The toggles of a user's one system role: pages to see, pages to write on, actions. */
final class RolePages {

    /** The role that sees and does everything (JIRAALIGN-1463). */
    static final long SUPER_ADMIN = 9;

    private final long id;
    private final Optional<Row> role;

    /** Lists ask the same for every row. */
    private final Map<String, Decision> reads = new HashMap<>();

    private final RuleSwitches rules;

    private RolePages(long id, Optional<Row> role, RuleSwitches rules) {
        this.id = id;
        this.role = role;
        this.rules = rules;
    }

    static RolePages of(World world, Row user, RuleSwitches rules) {
        Object id = user.get("roleId");
        return id instanceof Long number
                ? new RolePages(number, world.get("SystemRole", number), rules)
                : new RolePages(0, Optional.empty(), rules);
    }

    boolean isSuperAdmin() {
        return id == SUPER_ADMIN;
    }

    /** For people. */
    String name() {
        return "role " + id + role.map(row -> " (" + row.get("name") + ")").orElse("");
    }

    /** Whether the verb may be used on the collection at all. */
    Decision decide(Resource resource, Verb verb) {
        return verb == Verb.READ
                ? reads.computeIfAbsent(
                        resource.name(),
                        name -> decide(resource, resource.access().pages(), verb))
                : decide(resource, resource.access().pages(), verb);
    }

    /** The same about one record, which may belong to one of the pages only. */
    Decision decide(Row row, Verb verb) {
        PageAccess access = row.resource().access();
        if (access.by().isEmpty() || !rules.isOn(RuleId.ACCS_09)) {
            return decide(row.resource(), verb);
        }
        Optional<String> own = access.by()
                .flatMap(field -> row.get(field) instanceof Long value
                        ? Optional.ofNullable(access.cases().get(value))
                        : Optional.empty());
        return decide(row.resource(), own.map(List::of).orElse(access.pages()), verb);
    }

    private Decision decide(Resource resource, List<String> pages, Verb verb) {
        boolean writes = verb != Verb.READ;
        if (isSuperAdmin() || pages.isEmpty() || !rules.isOn(RuleId.ACCS_08)) {
            return Decision.ALLOWED;
        }
        if (pages.stream().noneMatch(page -> has("addEdit", page) || (!writes && has("view", page)))) {
            String level = writes ? "Add+Edit" : "View";
            List<String> missing = new ArrayList<>();
            pages.forEach(page -> missing.add(page + ": " + level));
            return Decision.pageClosed(
                    RuleId.ACCS_02, name() + " lacks the page " + String.join(" or ", missing), missing);
        }
        return writes
                ? decideAction(
                        Objects.requireNonNull(resource.access().actions().get(verb)))
                : Decision.ALLOWED;
    }

    private Decision decideAction(String action) {
        return has("actions", action)
                ? Decision.ALLOWED
                : Decision.pageClosed(RuleId.ACCS_01, name() + " lacks the action " + action, List.of(action));
    }

    private boolean has(String toggles, String name) {
        return role.filter(row -> MembershipScope.list(row.get(toggles)).contains(name))
                .isPresent();
    }
}
