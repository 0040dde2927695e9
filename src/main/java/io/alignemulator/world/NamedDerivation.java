package io.alignemulator.world;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computed fields that are no plain link, count or copy. The names are those of {@code x-derived: {rule: ...}}. */
enum NamedDerivation {

    /** The id as text, unless the record keeps a legacy login. */
    USER_UID("userUid") {
        @Override
        @Nullable
        Object value(World world, @Nullable Row old, Row row, Field field) {
            Object uid = row.get(field);
            return uid == null ? Long.toString(row.id()) : uid;
        }
    },

    /** First and last name; kept while neither changes, because old rows hold null. */
    USER_FULL_NAME("userFullName") {
        @Override
        @Nullable
        Object value(World world, @Nullable Row old, Row row, Field field) {
            boolean sameNames = old != null
                    && Stream.of("firstName", "lastName").allMatch(n -> Objects.equals(old.get(n), row.get(n)));
            return sameNames ? row.get(field) : fullName(row);
        }

        private @Nullable String fullName(Row row) {
            String name = Stream.of("firstName", "lastName")
                    .map(row::get)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
            return name.isEmpty() ? null : name;
        }
    },

    /** Follows isLocked; writing it has no effect. */
    USER_STATUS("userStatus") {
        @Override
        @Nullable
        Object value(World world, @Nullable Row old, Row row, Field field) {
            return Long.valueOf(0).equals(row.get("isLocked")) ? "Active" : "Inactive";
        }
    },

    /** The team's name and type and the team role's name stand beside the ids that a client writes. */
    USER_TEAMS("userTeams") {
        @Override
        @Nullable
        Object value(World world, @Nullable Row old, Row row, Field field) {
            Model model = field.type().model().orElseThrow();
            List<Object> teams = new ArrayList<>();
            for (Object each : row.get(field) instanceof List<?> list ? list : List.of()) {
                teams.add(each instanceof Map<?, ?> membership ? completed(world, model, membership) : each);
            }
            return List.copyOf(teams);
        }

        private Map<String, @Nullable Object> completed(World world, Model model, Map<?, ?> membership) {
            Optional<Row> team = membership.get("teamId") instanceof Long id ? world.get("Team", id) : Optional.empty();
            Field role = model.field("roleId").orElseThrow();
            Map<String, @Nullable Object> complete = new LinkedHashMap<>();
            model.fields().forEach(f -> complete.put(f.name(), membership.get(f.name())));
            complete.put("teamName", team.map(t -> t.get("name")).orElse(null));
            complete.put("teamType", team.map(t -> t.get("type")).orElse(null));
            complete.put("roleName", role.labels().get(String.valueOf(membership.get("roleId"))));
            return java.util.Collections.unmodifiableMap(complete);
        }
    },

    /** {@code "<id> - <name>"} of the process step, null without one. */
    PROCESS_STEP_NAME("processStepName") {
        @Override
        @Nullable
        Object value(World world, @Nullable Row old, Row row, Field field) {
            Object id = row.get("processStepId");
            return id == null
                    ? null
                    : step(world, id).map(name -> id + " - " + name).orElse(null);
        }

        private Optional<Object> step(World world, Object id) {
            return world.table("ValueStream").find("processSteps.id", id).stream()
                    .flatMap(stream ->
                            stream.get("processSteps") instanceof List<?> steps ? steps.stream() : Stream.of())
                    .filter(step -> step instanceof Map<?, ?> map && id.equals(map.get("id")))
                    .map(step -> Objects.<Object>requireNonNullElse(((Map<?, ?>) step).get("name"), ""))
                    .findFirst();
        }
    },

    /** One entry for each custom field of the site, in their order, null while unset: the position is part of the API. */
    CUSTOM_FIELDS("customFields") {
        @Override
        @Nullable
        Object value(World world, @Nullable Row old, Row row, Field field) {
            List<Row> definitions = world.table("CustomFieldDefinition")
                    .find("resource", row.resource().name());
            if (definitions.isEmpty()) {
                return row.get(field);
            }
            Map<Object, @Nullable Object> held = new LinkedHashMap<>();
            for (Object entry : row.get(field) instanceof List<?> list ? list : List.of()) {
                held.putAll(entry instanceof Map<?, ?> map ? map : Map.of());
            }
            return definitions.stream()
                    .map(d -> String.valueOf(d.get("key")))
                    .map(key -> entry(key, held.get(key)))
                    .toList();
        }

        private Map<String, @Nullable Object> entry(String key, @Nullable Object value) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put(key, value);
            return java.util.Collections.unmodifiableMap(entry);
        }
    },

    /** Occurrence times impact (inferred). */
    RISK_EXPOSURE("riskExposure") {
        @Override
        @Nullable
        Object value(World world, @Nullable Row old, Row row, Field field) {
            return row.get("occurrence") instanceof Long occurrence && row.get("impact") instanceof Long impact
                    ? (Object) Double.valueOf((double) (occurrence * impact))
                    : null;
        }
    },

    /** Sums over the stories of a release vehicle. */
    VEHICLE_TOTALS("vehicleTotals") {
        @Override
        @Nullable
        Object value(World world, @Nullable Row old, Row row, Field field) {
            List<Row> stories = world.table("Story").find("releaseVehicleIds", row.id());
            List<Row> accepted = stories.stream()
                    .filter(s -> Long.valueOf(1).equals(s.get("isAccepted")))
                    .toList();
            return switch (field.name()) {
                case "storiesPercentComplete" ->
                    stories.isEmpty() ? 0.0 : Math.round(accepted.size() * 1000.0 / stories.size()) / 10.0;
                case "storyPointsTotal" -> points(stories);
                case "storyPointsAcceptedTotal" -> points(accepted);
                case "contributingTeamsCount" -> distinct(stories, "teamId");
                default -> distinct(stories, "programId");
            };
        }

        private long points(List<Row> stories) {
            return stories.stream()
                    .mapToLong(s -> s.get("effortPoints") instanceof Long points ? points : 0)
                    .sum();
        }

        private long distinct(List<Row> stories, String field) {
            Set<Object> values = new LinkedHashSet<>();
            for (Row story : stories) {
                Object value = story.get(field);
                if (value != null) {
                    values.add(value);
                }
            }
            return values.size();
        }
    };

    private static final Map<String, NamedDerivation> BY_RULE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(each -> each.rule, each -> each));

    private final String rule;

    NamedDerivation(String rule) {
        this.rule = rule;
    }

    static NamedDerivation of(String rule) {
        NamedDerivation derivation = BY_RULE.get(rule);
        if (derivation == null) {
            throw new IllegalArgumentException("no derivation " + rule);
        }
        return derivation;
    }

    /** The field's value; {@code old} is the stored row before this write, if there was one. */
    abstract @Nullable Object value(World world, @Nullable Row old, Row row, Field field);
}
