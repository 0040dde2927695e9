package io.alignemulator.access;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.PageAccess;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.catalogue.Verb;
import io.alignemulator.rules.RuleSwitches;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Build step: {@code docs/access.md}, which says what each persona of a set may do with each resource, and what a role needs for it. */
public final class AccessReport {

    private static final String INTRODUCTION = """
            # Access: who may do what

            Generated from the catalogue (`x-access`, `x-scope`) and the set `demo` with the decision code itself; refresh it with
            `mvn -q process-classes exec:java@refresh-generated-files`. `GET /_emulator/access?user=4&verb=PATCH&path=/epics/1001` explains a single case.

            A user has one system role and any number of team memberships. A call passes three gates:

            1. **Page.** Reading needs the resource's page in the role's `view` or `addEdit`; writing needs it in `addEdit`, and an action besides. Otherwise 403 with an empty
               body, list and item alike, whether the record exists or not. Role 9, Super Admin, passes this gate and the next ones whatever its toggles say.
            2. **Scope.** A membership must reach the record through one of its scope fields. Otherwise it is left out of lists, 404 by id, left out of `expand`, and as a
               reference of a write `Value for {field} is invalid.` A portfolio team reaches its portfolio and all programs in it, a program or solution team its program (a
               solution's programs too), an agile team its own records and, for reading, its program's. The portfolio record above a reached program is seen, too. Inactive
               teams reach nothing.
            3. **Write scope.** Who reaches a record for reading only gets 403 on PUT and PATCH; a write that would leave a record where its writer may not write is refused
               with `Value for {field} is invalid.`

            What is known of this and what is assumed: [fidelity.md](fidelity.md). The setting `agile-team-writes=program` lets members of agile teams write what belongs to
            their program, `strict-scope` scopes what a published probe showed to a user without teams, `emulator-reason` adds the reason to refusals.
            """;

    private final Catalogue catalogue;
    private final World world;
    private final StringBuilder out = new StringBuilder(INTRODUCTION);

    private AccessReport(World world) {
        this.catalogue = world.catalogue();
        this.world = world;
    }

    /**
     * The page in Markdown.
     *
     * @param personas ids of users by the name that the page calls them
     */
    public static String text(World world, Map<String, Long> personas) {
        AccessReport report = new AccessReport(world);
        report.needs();
        personas.forEach(report::persona);
        return report.out.toString();
    }

    private List<Resource> served() {
        return catalogue.resources().stream().filter(Resource::isServed).toList();
    }

    private void needs() {
        out.append("\n## What each resource needs\n\n");
        row("Resource", "Page", "Action to create", "Action to change", "Scope fields");
        row("---", "---", "---", "---", "---");
        for (Resource resource : served()) {
            PageAccess access = resource.access();
            row(
                    resource.name(),
                    String.join(" or ", access.pages()),
                    resource.verbs().contains(Verb.CREATE) ? action(access, Verb.CREATE) : "-",
                    resource.verbs().contains(Verb.UPDATE) ? action(access, Verb.UPDATE) : "-",
                    places(resource));
        }
    }

    private static String action(PageAccess access, Verb verb) {
        return String.valueOf(access.actions().get(verb));
    }

    private static String places(Resource resource) {
        if (Scoping.isOpen(resource, false)) {
            return "none: all records" + (Scoping.isOpen(resource, true) ? "" : " (`strict-scope`: some)");
        }
        List<String> parts = new ArrayList<>(resource.scope().everyField());
        if (!resource.scope().parents().isEmpty()) {
            parts.add("as " + String.join(", else ", resource.scope().parents()));
        }
        return String.join(", ", parts);
    }

    private void persona(String name, long id) {
        Row user = world.get("User", id).orElseThrow();
        out.append("\n## ").append(name).append("\n\n");
        RuleSwitches rules = RuleSwitches.parse("");
        if (!Authentication.isActive(user)) {
            out.append("Deactivated: 401 everywhere.\n");
            return;
        }
        out.append("User %d, %s%s. `n of m` are the records of the set; 405 means that nobody may.\n\n"
                .formatted(id, RolePages.of(world, user, rules).name(), teams(user)));
        row("Resource", "reads", "creates", "changes");
        row("---", "---", "---", "---");
        Access access = Access.of(world, user, new AccessOptions(false, false, rules));
        for (Resource resource : served()) {
            row(
                    resource.name(),
                    records(access, resource, Verb.READ),
                    cell(access, resource, Verb.CREATE, "yes"),
                    resource.verbs().contains(Verb.UPDATE) ? records(access, resource, Verb.UPDATE) : "405");
        }
    }

    private String teams(Row user) {
        String teams = MembershipScope.list(user.get("teams")).stream()
                .map(each -> each instanceof Map<?, ?> map ? String.valueOf(map.get("teamName")) : "")
                .collect(Collectors.joining(", "));
        return teams.isEmpty() ? ", no team" : ", member of " + teams;
    }

    private String records(Access access, Resource resource, Verb verb) {
        Predicate<Row> allowed = row -> access.record(row, verb).isAllowed();
        long all = world.table(resource).size();
        long some = StreamSupport.stream(world.table(resource).rows().spliterator(), false)
                .filter(allowed)
                .count();
        return cell(access, resource, verb, some == all ? "all" : some + " of " + all);
    }

    private static String cell(Access access, Resource resource, Verb verb, String allowed) {
        if (!resource.verbs().contains(verb)) {
            return "405";
        }
        return access.page(resource, verb).isAllowed() ? allowed : "403";
    }

    private void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
