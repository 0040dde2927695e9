package io.alignemulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.Collation;
import io.alignemulator.world.memo.Order;
import io.alignemulator.world.memo.RowsById;
import io.alignemulator.world.memo.TextSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A table against the simplest thing that could be one: a sorted map that is searched from end to end. */
class TablePropertiesTest {

    private static final Resource USER = Rows.CATALOGUE.resource("User");
    private static final Set<String> INDEXED = Layout.of(Rows.CATALOGUE).indexed(USER);
    private static final List<String> TEXTS = List.of("ann@example.com", "ANN@example.com", "bob@example.com", "é");
    private static final long IDS = 9;

    private static final Order<Row> BY_EMAIL = new Order<>(
            "email",
            row -> new Object[] {row.get("email")},
            Comparator.comparing(keys -> (String) keys[0], Comparator.nullsFirst(Comparator.naturalOrder())),
            Row::id);
    private static final Order<Row> BY_EMAIL_DOWN =
            new Order<>("email desc", BY_EMAIL.keys(), BY_EMAIL.order().reversed(), Row::id);

    private static final TextSource<Row> EMAIL = new TextSource<>("email", TablePropertiesTest::email, Row::id);
    private static final List<String> PARTS = List.of("ann@", "B@EXAMPLE", "com", "é", "nobody");

    /** Puts a row, or removes the one of that id. */
    private record Operation(long id, Optional<Row> row) {}

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aTableAgreesWithASortedMap(
            @ForAll("someRows") List<Row> seed, @ForAll("operations") List<Operation> operations) {
        TreeMap<Long, Row> first = new TreeMap<>();
        seed.forEach(row -> first.put(row.id(), row));
        List<Table> tables = new ArrayList<>(List.of(Table.of(USER, INDEXED, RowsById.of(first.values(), Row::id))));
        List<TreeMap<Long, Row>> models = new ArrayList<>(List.of(first));
        for (Operation operation : operations) {
            Table last = tables.get(tables.size() - 1);
            if (operation.id() % 3 > 0) {
                last.rows(operation.id() % 3 == 1 ? BY_EMAIL : BY_EMAIL_DOWN);
                last.holding(EMAIL, "ann", 3);
            }
            tables.add(applied(last, operation));
            models.add(applied(models.get(models.size() - 1), operation));
        }
        for (int i = 0; i < tables.size(); i++) {
            agree(tables.get(i), models.get(i));
            assertEquals(changes(first, models.get(i)), tables.get(i).changes());
            assertEquals(List.of(), tables.get(i).asSeed().changes());
        }
    }

    private static Table applied(Table table, Operation operation) {
        return operation.row().map(table::put).orElseGet(() -> table.remove(operation.id()));
    }

    private static TreeMap<Long, Row> applied(TreeMap<Long, Row> model, Operation operation) {
        TreeMap<Long, Row> next = new TreeMap<>(model);
        operation.row().ifPresentOrElse(row -> next.put(operation.id(), row), () -> next.remove(operation.id()));
        return next;
    }

    private static void agree(Table table, TreeMap<Long, Row> model) {
        List<Row> all = new ArrayList<>(model.values());
        List<Row> rows = new ArrayList<>();
        table.rows().forEach(rows::add);
        assertEquals(all, rows);
        for (Order<Row> order : List.of(BY_EMAIL, BY_EMAIL_DOWN)) {
            List<Row> ordered = new ArrayList<>(all);
            ordered.sort(Comparator.comparing(order.keys(), order.order()));
            assertEquals(ordered, table.rows(order));
        }
        for (String part : PARTS) {
            holding(table, all, Collation.fold(part));
        }
        assertTrue(table.indexesAreTrue());
        assertEquals(model.size(), table.size());
        LongStream.rangeClosed(0, IDS + 1)
                .forEach(id -> assertEquals(Optional.ofNullable(model.get(id)), table.get(id)));
        for (int skip = 0; skip <= IDS + 1; skip++) {
            for (int count : List.of(0, 1, 3, 100)) {
                List<Row> expected = all.stream().skip(skip).limit(count).toList();
                assertEquals(expected, table.page(skip, count), "page after " + skip + " of " + count);
            }
        }
        found(table, all, "email", TEXTS);
        found(table, all, "uid", TEXTS);
        for (String path : List.of("teams.teamId", "timeTrackingRoles", "regionId")) {
            found(table, all, path, List.of(1L, 2L, 3L, 4L));
        }
    }

    private static String email(Row row) {
        return row.get("email") instanceof String text ? Collation.fold(text) : null;
    }

    /** What is found has all rows with the part, each as it is now and in its order; where nothing is found there are more than were asked for, or no text at all. */
    private static void holding(Table table, List<Row> all, String part) {
        List<Row> expected = all.stream()
                .filter(row -> email(row) != null && email(row).contains(part))
                .toList();
        Optional<List<Row>> found = table.holding(EMAIL, part, (int) IDS);
        found.ifPresent(rows -> {
            assertTrue(rows.containsAll(expected), part);
            assertEquals(all.stream().filter(rows::contains).toList(), rows);
        });
        Optional<List<Row>> few =
                Table.of(USER, INDEXED, RowsById.of(all, Row::id)).holding(EMAIL, part, 1);
        assertEquals(expected.size() > 1, few.isEmpty(), "one may be found with " + part + ", not more");
        few.ifPresent(rows -> assertEquals(expected, rows));
    }

    private static void found(Table table, List<Row> all, String path, List<?> values) {
        for (Object value : values) {
            List<Row> expected =
                    all.stream().filter(row -> holds(row, path, value)).toList();
            String place = path + " " + value;
            assertEquals(expected, table.find(path, value), place);
            assertEquals(expected.size(), table.count(path, value), place);
            assertEquals(!expected.isEmpty(), table.holds(path, value), place);
            assertEquals(expected.stream().findFirst(), table.first(path, value), place);
        }
    }

    private static boolean holds(Row row, String path, Object value) {
        if (path.equals("teams.teamId")) {
            List<?> teams = (List<?>) row.get("teams");
            return teams.stream().anyMatch(team -> value.equals(((Map<?, ?>) team).get("teamId")));
        }
        Object held = row.get(path);
        return held instanceof List<?> list ? list.contains(value) : same(value, held);
    }

    private static boolean same(Object value, Object held) {
        return value instanceof String text
                ? held != null
                        && text.toLowerCase(Locale.ROOT).equals(held.toString().toLowerCase(Locale.ROOT))
                : value.equals(held);
    }

    private static List<RowChange> changes(TreeMap<Long, Row> before, TreeMap<Long, Row> after) {
        return LongStream.rangeClosed(1, IDS)
                .boxed()
                .flatMap(id -> {
                    Optional<Row> was = Optional.ofNullable(before.get(id));
                    Optional<Row> is = Optional.ofNullable(after.get(id));
                    return was.equals(is) ? Stream.empty() : Stream.of(new RowChange(USER, id, was, is));
                })
                .toList();
    }

    @Provide
    Arbitrary<List<Row>> someRows() {
        return rows().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Operation>> operations() {
        Arbitrary<Operation> puts = rows().map(row -> new Operation(row.id(), Optional.of(row)));
        Arbitrary<Operation> removals = ids().map(id -> new Operation(id, Optional.empty()));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, puts), net.jqwik.api.Tuple.of(1, removals))
                .list()
                .ofMaxSize(25);
    }

    private static Arbitrary<Long> ids() {
        return Arbitraries.longs().between(1, IDS);
    }

    private static Arbitrary<Row> rows() {
        Arbitrary<Long> few = Arbitraries.longs().between(1, 3);
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(TEXTS).injectNull(0.2),
                        Arbitraries.of(TEXTS).injectNull(0.2),
                        few.map(id -> Rows.object("teamId", id)).list().ofMaxSize(3),
                        few.list().ofMaxSize(3),
                        few.injectNull(0.3))
                .as((id, email, uid, teams, roles, region) -> Rows.row(
                        "User",
                        id,
                        "email",
                        email,
                        "uid",
                        uid,
                        "teams",
                        teams,
                        "timeTrackingRoles",
                        roles,
                        "regionId",
                        region));
    }
}
