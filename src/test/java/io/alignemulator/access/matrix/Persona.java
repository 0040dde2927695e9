package io.alignemulator.access.matrix;

import io.alignemulator.access.matrix.Rules.Clause;
import io.alignemulator.access.matrix.Rules.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What one user of a site may see and do: a second reading of the rules, with plain sets. */
public final class Persona {

    private static final long SUPER_ADMIN = 9;

    /** What the item of a risk is, by the risk's type. */
    private static final Map<Integer, String> RELATED =
            Map.of(1, "Release", 2, "Epic", 3, "Feature", 4, "Theme", 5, "Capability");

    private final Rules rules;
    private final FixtureWorld world;
    private final boolean active;
    private final boolean superAdmin;
    private final Set<String> editable;
    private final Set<String> visible;
    private final Set<String> actions;
    private final Reach reach;

    public Persona(Rules rules, FixtureWorld world, long userId) {
        JsonNode user = world.get("User", userId);
        JsonNode role = world.get("SystemRole", user.path("roleId").asLong());
        this.rules = rules;
        this.world = world;
        this.active = user.path("isLocked").asInt(0) == 0;
        this.superAdmin = user.path("roleId").asLong() == SUPER_ADMIN;
        this.editable = texts(role.path("addEdit"));
        this.visible = texts(role.path("view"));
        visible.addAll(editable);
        this.actions = texts(role.path("actions"));
        this.reach = Reach.of(world, user);
    }

    public FixtureWorld world() {
        return world;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isSuperAdmin() {
        return superAdmin;
    }

    /** Whether the collection opens for reading. */
    public boolean opens(String resource) {
        return rules.all(resource).stream().anyMatch(this::opens);
    }

    /** Whether the page opens on which such a record stands. */
    public boolean opens(String resource, JsonNode row) {
        return rules.of(resource, row).map(this::opens).orElse(superAdmin);
    }

    private boolean opens(Line line) {
        return superAdmin || line.pages().stream().anyMatch(visible::contains);
    }

    /** Whether the collection opens for creating. */
    public boolean creates(String resource) {
        return rules.all(resource).stream().anyMatch(line -> edits(line, line.create()));
    }

    public boolean creates(String resource, JsonNode row) {
        return rules.of(resource, row)
                .filter(line -> edits(line, line.create()))
                .isPresent();
    }

    /** Whether the collection opens for changing. */
    public boolean updates(String resource) {
        return rules.all(resource).stream().anyMatch(line -> edits(line, line.update()));
    }

    public boolean updates(String resource, JsonNode row) {
        return rules.of(resource, row)
                .filter(line -> edits(line, line.update()))
                .isPresent();
    }

    private boolean edits(Line line, Optional<String> action) {
        return superAdmin
                || (action.filter(actions::contains).isPresent()
                        && line.pages().stream().anyMatch(editable::contains));
    }

    /** How far the memberships reach a record, whatever the role. */
    public Level level(String resource, JsonNode row) {
        List<Clause> scope = rules.of(resource, row).map(Line::scope).orElse(List.of());
        if (superAdmin || scope.isEmpty()) {
            return Level.WRITE;
        }
        if (rules.of(resource, row).orElseThrow().firstSetDecides()) {
            return scope.stream()
                    .filter(clause -> !values(row, clause.fields()).isEmpty())
                    .findFirst()
                    .map(clause -> level(clause, row))
                    .orElse(Level.NONE);
        }
        return scope.stream().map(clause -> level(clause, row)).reduce(Level.NONE, Level::or);
    }

    private Level level(Clause clause, JsonNode row) {
        Level level = Level.NONE;
        for (long id : values(row, clause.fields())) {
            level = level.or(
                    switch (clause.kind()) {
                        case "program" ->
                            reach.programs().contains(id)
                                    ? Level.WRITE
                                    : read(reach.seenPrograms().contains(id));
                        case "portfolio" -> write(reach.portfolios().contains(id));
                        case "team" -> write(reach.teams().contains(id));
                        case "home" -> read(reach.homes().contains(id));
                        default -> ofNamed(via(clause, row), id);
                    });
        }
        return level;
    }

    private static String via(Clause clause, JsonNode row) {
        return clause.via().equals("riskType")
                ? RELATED.getOrDefault(row.path("riskType").asInt(1), "")
                : clause.via();
    }

    private Level ofNamed(String resource, long id) {
        return resource.isEmpty()
                ? Level.NONE
                : world.find(resource, id).map(row -> level(resource, row)).orElse(Level.NONE);
    }

    private static Level write(boolean reached) {
        return reached ? Level.WRITE : Level.NONE;
    }

    private static Level read(boolean reached) {
        return reached ? Level.READ : Level.NONE;
    }

    /** The ids that fields hold, one or many in each. */
    static List<Long> values(JsonNode row, List<String> fields) {
        List<Long> values = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = row.path(field);
            if (value.isNumber()) {
                values.add(value.asLong());
            }
            value.forEach(each -> values.add(each.asLong()));
        }
        return values;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
