package io.alignemulator.query;

import io.alignemulator.query.value.ValueType;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Records as maps, their shape, and the four records that the tables of the tests speak of. */
final class Sample {
    private static final EntityType OWNER = shape(
            scalar("id", ValueType.INTEGER), scalar("email", ValueType.TEXT), scalar("since", ValueType.DATE_TIME));

    private static final EntityType TEAM = shape(
            scalar("teamId", ValueType.INTEGER),
            scalar("name", ValueType.TEXT),
            Property.object("lead", OWNER, reader("lead")),
            Property.scalars("members", ValueType.INTEGER, reader("members")));

    static final EntityType SHAPE = shape(
            scalar("id", ValueType.INTEGER),
            scalar("title", ValueType.TEXT),
            scalar("createdBy", ValueType.TEXT),
            scalar("description", ValueType.TEXT),
            scalar("state", ValueType.INTEGER),
            scalar("score", ValueType.DOUBLE),
            scalar("isActive", ValueType.BOOLEAN),
            scalar("createDate", ValueType.DATE_TIME),
            scalar("lastUpdatedDate", ValueType.DATE_TIME),
            scalar("programId", ValueType.INTEGER),
            scalar("primaryProgramId", ValueType.INTEGER),
            scalar("featureId", ValueType.INTEGER),
            Property.object("owner", OWNER, reader("owner")),
            Property.scalars("releaseIds", ValueType.INTEGER, reader("releaseIds")),
            Property.scalars("labels", ValueType.TEXT, reader("labels")),
            Property.objects("teams", TEAM, reader("teams")));

    static final List<Map<String, Object>> RECORDS = List.of(
            map(
                    "id",
                    1L,
                    "title",
                    "Login page",
                    "createdBy",
                    "1159",
                    "state",
                    0L,
                    "score",
                    5.0,
                    "isActive",
                    true,
                    "createDate",
                    Instant.parse("2024-07-01T00:00:00Z"),
                    "lastUpdatedDate",
                    Instant.parse("2025-01-18T00:00:00Z"),
                    "programId",
                    11L,
                    "primaryProgramId",
                    72L,
                    "featureId",
                    1L,
                    "owner",
                    map("id", 7L, "email", "Ann@sample.test", "since", Instant.parse("2020-02-29T12:00:00Z")),
                    "releaseIds",
                    List.of(54L),
                    "labels",
                    List.of("Alpha", "beta"),
                    "teams",
                    List.of(map("teamId", 1L, "name", "Red", "members", List.of(1L, 2L), "lead", map("id", 7L)))),
            map(
                    "id",
                    2L,
                    "title",
                    "LOGIN o'clock",
                    "createdBy",
                    "legacy.login",
                    "description",
                    "Old",
                    "state",
                    1L,
                    "score",
                    2.5,
                    "isActive",
                    false,
                    "createDate",
                    Instant.parse("2024-07-01T23:59:59.999Z"),
                    "lastUpdatedDate",
                    Instant.parse("2025-01-17T23:59:59Z"),
                    "programId",
                    12L,
                    "primaryProgramId",
                    79L,
                    "featureId",
                    2L,
                    "releaseIds",
                    List.of(),
                    "labels",
                    List.of(),
                    "teams",
                    List.of()),
            map(
                    "id",
                    3L,
                    "title",
                    "Search",
                    "createdBy",
                    "9",
                    "description",
                    "",
                    "createDate",
                    Instant.parse("2024-07-02T10:31:05Z"),
                    "primaryProgramId",
                    72L,
                    "featureId",
                    3L,
                    "owner",
                    map("id", 8L),
                    "releaseIds",
                    List.of(55L, 3L),
                    "labels",
                    Arrays.asList("gamma", null),
                    "teams",
                    List.of(
                            map("teamId", 2L, "name", "Blue", "members", List.of(3L)),
                            map("teamId", 1L, "name", "Red"))),
            map(
                    "id",
                    4L,
                    "description",
                    "x",
                    "state",
                    -3L,
                    "score",
                    1000.0,
                    "isActive",
                    true,
                    "lastUpdatedDate",
                    Instant.parse("2025-01-18T09:00:00Z"),
                    "programId",
                    11L,
                    "primaryProgramId",
                    80L,
                    "owner",
                    map("email", "bob@sample.test")));

    private Sample() {}

    static EntityType shape(Property... properties) {
        Map<String, Property> byName = new HashMap<>();
        for (Property property : properties) {
            byName.put(property.name().toLowerCase(Locale.ROOT), property);
        }
        return named("Default.Record", byName);
    }

    static EntityType named(String typeName, Map<String, Property> byName) {
        return new EntityType() {
            @Override
            public Optional<Property> property(String name) {
                return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
            }

            @Override
            public String typeName() {
                return typeName;
            }

            @Override
            public List<String> names() {
                return byName.values().stream().map(Property::name).sorted().toList();
            }
        };
    }

    /** The default, with another way to compare dates. */
    static QueryDialect dialect(DateComparison dates, NullComparison nulls) {
        QueryDialect standard = QueryDialect.DEFAULT;
        return new QueryDialect(
                standard.grammar(),
                dates,
                nulls,
                true,
                false,
                () -> Instant.parse("2025-06-01T12:00:00Z"),
                Map.of("@p", "2", "@loop", "@loop eq 1"));
    }

    /** The default of a site that answers what the real server refuses. */
    static QueryDialect everyFunction() {
        QueryDialect standard = QueryDialect.DEFAULT;
        return new QueryDialect(
                standard.grammar(), standard.dates(), standard.nulls(), true, true, () -> Instant.EPOCH, Map.of());
    }

    static final QueryDialect DIALECT = dialect(DateComparison.DAY, NullComparison.SQL);

    static Property scalar(String name, ValueType type) {
        return Property.scalar(name, type, reader(name));
    }

    static Function<Object, Object> reader(String name) {
        return record -> ((Map<?, ?>) record).get(name);
    }

    /** The ids of the sample records that satisfy the filter, with blanks between. */
    static String matches(String filter, QueryDialect dialect) {
        Filter parsed = Filter.parse(filter, SHAPE, dialect);
        StringBuilder ids = new StringBuilder();
        for (Map<String, Object> record : RECORDS) {
            if (parsed.test(record)) {
                ids.append(ids.isEmpty() ? "" : " ").append(record.get("id"));
            }
        }
        return ids.toString();
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
