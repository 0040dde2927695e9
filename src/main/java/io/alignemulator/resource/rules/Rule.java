package io.alignemulator.resource.rules;

import io.alignemulator.catalogue.Field;
import io.alignemulator.resource.call.Context;
import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that are no property of a single field. The names are those of {@code x-rules}; each says where it is known from. */
enum Rule {

    /** A membership names a team once (help article on members through the API; "once" is inferred). */
    USER_MEMBERSHIPS("userMemberships", RuleId.USER_04) {
        @Override
        Optional<Violation> check(Subject subject) {
            Set<Object> teams = new HashSet<>();
            for (Object each : list(subject.row().get("teams"))) {
                Object team = each instanceof Map<?, ?> map ? map.get("teamId") : null;
                if (team == null || !teams.add(team)) {
                    return subject.invalid("teams", "a membership names no team, or one twice");
                }
            }
            return Optional.empty();
        }
    },

    /** The owner of a feature belongs to its program or to the program's portfolio team (JIRAALIGN-3850). */
    OWNER_IN_PROGRAM("ownerInProgram", RuleId.WRIT_22) {
        @Override
        Optional<Violation> check(Subject subject) {
            World world = subject.context().world();
            Object owner = subject.row().get("ownerId");
            Optional<Row> program = subject.named("primaryProgramId");
            if (owner == null || program.isEmpty()) {
                return Optional.empty();
            }
            boolean member = world.table("User").find("uid", owner).stream()
                    .flatMap(user -> list(user.get("teams")).stream())
                    .map(each -> each instanceof Map<?, ?> map && map.get("teamId") instanceof Long id
                            ? world.get("Team", id)
                            : Optional.<Row>empty())
                    .flatMap(Optional::stream)
                    .anyMatch(team -> reaches(world, team, program.get()));
            return member
                    ? Optional.empty()
                    : subject.invalid("ownerId", "the owner belongs neither to the program nor to its portfolio team");
        }

        private boolean reaches(World world, Row team, Row program) {
            Object portfolio = program.get("portfolioId");
            Object portfolioTeam = portfolio instanceof Long id
                    ? world.get("Portfolio", id).map(p -> p.get("teamId")).orElse(null)
                    : null;
            Long teamId = team.id();
            return teamId.equals(program.get("teamId"))
                    || teamId.equals(portfolioTeam)
                    || Long.valueOf(program.id()).equals(team.get("programId"))
                    || list(team.get("programIds")).contains(program.id());
        }
    },

    /** The parent of a feature or capability lies in the same program (JIRAALIGN-3874, JIRAALIGN-4730). */
    PARENT_IN_PROGRAM("parentInProgram", RuleId.WRIT_23) {
        @Override
        Optional<Violation> check(Subject subject) {
            Optional<Row> parent = subject.named("parentId");
            Object own = subject.row().get("primaryProgramId");
            return parent.isEmpty() || own == null || programs(parent.get()).contains(own)
                    ? Optional.empty()
                    : subject.invalid("parentId", "the parent lies in another program");
        }

        private Set<Object> programs(Row row) {
            Set<Object> programs = new HashSet<>(list(row.get("additionalProgramIds")));
            Optional.ofNullable(row.get("primaryProgramId")).ifPresent(programs::add);
            return programs;
        }
    },

    /** An epic that has features takes no capabilities (help article on managing epics). */
    EPIC_HOLDS_ONE_KIND_OF_CHILD("epicHoldsOneKindOfChild", RuleId.WRIT_24) {
        @Override
        Optional<Violation> check(Subject subject) {
            boolean moved = subject.stored() == null
                    || !Objects.equals(
                            subject.stored().get("parentId"), subject.row().get("parentId"));
            boolean hasFeatures = subject.named("parentId")
                    .filter(epic -> !list(epic.get("featureIds")).isEmpty())
                    .isPresent();
            return moved && hasFeatures ? subject.invalid("parentId", "the epic has features") : Optional.empty();
        }
    },

    /** The points of a story are one of the site's scale (a client rounds to it before it writes; the scale is a setting). */
    EFFORT_POINTS_ON_SCALE("effortPointsOnScale", RuleId.WRIT_17) {
        @Override
        Optional<Violation> check(Subject subject) {
            Object points = subject.row().get("effortPoints");
            Set<String> scale = subject.context().settings().get(Settings.EFFORT_POINTS);
            return points == null || scale.contains("any") || scale.contains(points.toString())
                    ? Optional.empty()
                    : subject.invalid("effortPoints", "the site's scale does not have it");
        }
    },

    /** A key result whose parent is not there or not visible is refused for its parentType (JIRAALIGN-5351). */
    KEY_RESULT_PARENT("keyResultParent", RuleId.OKR_05) {
        @Override
        Optional<Violation> check(Subject subject) {
            boolean usable = subject.named("parentId")
                    .filter(subject.context().access()::inScope)
                    .isPresent();
            return usable || subject.row().get("parentId") == null
                    ? Optional.empty()
                    : subject.invalid("parentType", "the parent is not there or out of the caller's scope");
        }
    },

    /** Custom fields are those that the site defines for the resource, list values those it allows (editmeta is the only place that names them). */
    CUSTOM_FIELDS_KNOWN("customFieldsKnown", RuleId.CUST_03) {
        @Override
        Optional<Violation> check(Subject subject) {
            for (Object entry : list(subject.row().get("customFields"))) {
                for (Map.Entry<?, ?> member :
                        entry instanceof Map<?, ?> map ? map.entrySet() : Set.<Map.Entry<?, ?>>of()) {
                    if (!isKnown(subject, member.getKey(), member.getValue())) {
                        return subject.invalid("customFields", "the site defines no such field or value");
                    }
                }
            }
            return Optional.empty();
        }

        private boolean isKnown(Subject subject, Object key, @Nullable Object value) {
            Optional<Row> definition =
                    subject.context().world().table("CustomFieldDefinition").find("key", key).stream()
                            .filter(d -> subject.row().resource().name().equals(d.get("resource")))
                            .findFirst();
            return definition
                    .filter(d -> !"list".equals(d.get("type"))
                            || list(value).stream().allMatch(v -> isAllowed(d, v)))
                    .isPresent();
        }

        private boolean isAllowed(Row definition, Object value) {
            return value instanceof Map<?, ?> chosen
                    && list(definition.get("allowedValues")).stream()
                            .anyMatch(each -> each instanceof Map<?, ?> allowed
                                    && Objects.equals(allowed.get("value"), chosen.get("value")));
        }
    };

    /**
     * What a rule looks at.
     *
     * @param rule the rule that looks
     * @param stored the record before the write; null for a new one
     */
    record Subject(RuleId rule, Context context, @Nullable Row stored, Row row) {

        Optional<Violation> invalid(String field, String why) {
            return Optional.of(Violation.invalid(row.resource().field(field), rule, why));
        }

        /** The record that a reference field names, if there is one. */
        Optional<Row> named(String field) {
            Field reference = row.resource().field(field);
            Object value = row.get(reference);
            return value == null
                    ? Optional.empty()
                    : context.world().resolve(reference.reference().orElseThrow(), value, row);
        }
    }

    private final String name;
    private final RuleId id;

    Rule(String name, RuleId id) {
        this.name = name;
        this.id = id;
    }

    /** Its id among the rules of the site. */
    RuleId id() {
        return id;
    }

    static Rule of(String name) {
        return Stream.of(values())
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule " + name));
    }

    /** What is wrong, if anything is. */
    abstract Optional<Violation> check(Subject subject);

    private static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }
}
