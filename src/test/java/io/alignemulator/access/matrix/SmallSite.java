package io.alignemulator.access.matrix;

import io.alignemulator.access.Access;
import io.alignemulator.access.AccessOptions;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.rules.RuleSwitches;
import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A site small enough to work out by hand, for both readings of the rules. Whatever a line leaves out is unset. */
public final class SmallSite {

    /** What a site leaves open when nobody has said anything. */
    public static final AccessOptions OPTIONS = new AccessOptions(false, false, RuleSwitches.parse(""));

    /**
     * Portfolio 1 holds programs 10 and 11 and the solution 12 of program 11; portfolio 2 holds program 20. Team 108 is named by a portfolio and a program without being of their kind.
     */
    private static final Map<String, String> FILES = Map.of(
            "Portfolios",
            "[{id:1, teamId:105}, {id:2}, {id:3, teamId:108}]",
            "Programs",
            "[{id:10, portfolioId:1}, {id:11, portfolioId:1, solutionId:12, teamId:106}, {id:12, portfolioId:1}, {id:20, portfolioId:2}, "
                    + "{id:30, portfolioId:3, teamId:108}]",
            "Teams",
            "[{id:101, name:'Auk', programId:10, programIds:[20]}, {id:102, type:2, programId:10}, {id:103, type:3, programIds:[12]}, {id:104, type:4, programId:10}, "
                    + "{id:105, type:5}, {id:106, type:2}, {id:107, type:2, programId:20, isActive:0}, {id:108}]",
            "Releases",
            "[{id:1, portfolioId:2, programIds:[10]}, {id:2, portfolioId:1, programIds:[]}, {id:3, programIds:[20]}]",
            "Stories",
            "[{id:1, programId:10, teamId:102}, {id:2, programId:20, teamId:101}, {id:3, programId:20}]",
            "Objectives",
            "[{id:1, tier:4, portfolioId:1}, {id:2, tier:2, programId:10}]",
            "Epics",
            "[{id:1, primaryProgramId:20, additionalProgramIds:[10]}]",
            "SystemRoles",
            "[{id:9}, {id:1, name:'Member', view:['Portfolio > Manage > Epics', 'Program > Manage > Objectives'], addEdit:['Team > Manage > Stories', 'Team > Manage > Objectives'], "
                    + "actions:['Add Agile Objects']}, {id:2, addEdit:['Team > Manage > Stories']}, {id:3, view:['Team > Manage > Stories'], actions:['Add Agile Objects']}, "
                    + "{id:4, addEdit:['Administration > Custom Hierarchies'], actions:['Manage Agile Objects (Admin)']}, "
                    + "{id:5, addEdit:['Administration > Custom Hierarchies'], actions:['Add Agile Objects']}]");

    private SmallSite() {}

    /** The site with one user, whose teams are a list of memberships. */
    static FixtureWorld read(long role, String teams) {
        Map<String, String> files = new HashMap<>();
        FILES.forEach((name, text) -> files.put(name, json(text)));
        files.put("Users", json("[{id:1, roleId:" + role + ", teams:" + teams + "}, {id:2, roleId:9, isLocked:-1}]"));
        return FixtureWorld.of(files);
    }

    /** The same site as the server holds it. */
    public static World world() {
        FixtureWorld site = read(1, "[]");
        List<Row> rows = new ArrayList<>();
        for (Resource resource : Catalogue.load().resources()) {
            site.records(resource.name())
                    .forEach(record ->
                            rows.add(row(resource.name(), record.path("id").asLong(), record)));
        }
        return Rows.seed(rows);
    }

    /** A member of teams. */
    public static Row user(long role, long... teams) {
        List<Object> memberships = new ArrayList<>();
        for (long team : teams) {
            memberships.add(Rows.object("teamId", team));
        }
        return Rows.row("User", 1, "roleId", role, "teams", memberships);
    }

    /** What a member of one team may do, by the server's own reading. */
    static Level level(long team, String resource, JsonNode record) {
        Access access = Access.of(world(), user(1, team), OPTIONS);
        Row row = row(resource, record.path("id").asLong(900), record);
        return access.placement(row).isAllowed() ? Level.WRITE : access.inScope(row) ? Level.READ : Level.NONE;
    }

    /** A record that need not be there. */
    public static Row row(String resource, String record) {
        return row(resource, 900, tree(record));
    }

    private static Row row(String resource, long id, JsonNode record) {
        List<Object> members = new ArrayList<>();
        record.forEachEntry((key, value) -> {
            members.add(key);
            members.add(value(value));
        });
        return Rows.row(resource, id, members.toArray());
    }

    private static Object value(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(SmallSite::value).toList();
        }
        if (value.isObject()) {
            Map<String, Object> members = new HashMap<>();
            value.forEachEntry((key, member) -> members.put(key, value(member)));
            return members;
        }
        return value.isNumber() ? (Object) value.asLong() : value.isNull() ? null : value.asString();
    }

    static JsonNode tree(String text) {
        return JsonMapper.shared().readTree(json(text));
    }

    /** Keys without quotes and texts in single ones are easier to read. */
    static String json(String text) {
        return text.replace('\'', '"').replaceAll("([{, ])([a-zA-Z]+):", "$1\"$2\":");
    }
}
