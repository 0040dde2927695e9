package io.alignemulator.resource.represent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Kind;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.query.DateComparison;
import io.alignemulator.query.Filter;
import io.alignemulator.query.NullComparison;
import io.alignemulator.query.QueryDialect;
import io.alignemulator.query.parse.Grammar;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.rules.Rule;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule FILT-06 on every column that may be null, of every resource of the catalogue. */
class NullColumnsTest {
    private static final Instant MOMENT = Instant.parse("2024-07-01T10:30:00Z");

    /** A nullable column with a literal of its type and the value that the literal stands for. */
    record Column(Resource resource, Field field, String literal, Object value) {
        boolean holds(String filter, @Nullable Object stored, NullComparison nulls) {
            Object[] values = new Object[resource.fields().size()];
            values[0] = 1L;
            values[field.position()] = stored;
            return parse(filter, nulls).test(Row.of(resource, values));
        }

        Filter parse(String filter, NullComparison nulls) {
            QueryDialect dialect = new QueryDialect(
                    Grammar.STANDARD, DateComparison.DAY, nulls, true, false, () -> Instant.EPOCH, Map.of());
            return Filter.parse(
                    filter.replace("{c}", field.name()).replace("{v}", literal), new ResourceShape(resource), dialect);
        }

        boolean ordered() {
            return field.type().kind() != Kind.BOOLEAN;
        }

        @Override
        public String toString() {
            return resource.name() + "." + field.name() + " beside " + literal;
        }
    }

    static final List<Column> COLUMNS = Catalogue.load().resources().stream()
            .flatMap(resource -> resource.fields().stream()
                    .filter(field -> field.nullable() && field.isPrinted() && !RowPrinter.isSelf(field))
                    .flatMap(field -> columns(resource, field)))
            .toList();

    private static Stream<Column> columns(Resource resource, Field field) {
        return switch (field.type().kind()) {
            case INTEGER -> Stream.of(new Column(resource, field, "5", 5L));
            case NUMBER -> Stream.of(new Column(resource, field, "5.5", 5.5));
            case STRING -> Stream.of(new Column(resource, field, "'x'", "X"), new Column(resource, field, "5", "5"));
            case BOOLEAN -> Stream.of(new Column(resource, field, "true", true));
            case DATE_TIME ->
                Stream.of(
                        new Column(resource, field, "2024-07-01", MOMENT),
                        new Column(resource, field, "2024-07-01T10:30:00Z", MOMENT));
            default -> Stream.empty();
        };
    }

    @Test
    @Rule("FILT-06")
    void thereAreColumnsOfEveryType() {
        assertTrue(COLUMNS.size() > 500, "only " + COLUMNS.size());
        assertEquals(
                5,
                COLUMNS.stream()
                        .map(each -> each.field().type().kind())
                        .distinct()
                        .count());
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void overTheDatabaseNullDiffersFromEveryValue(@ForAll("columns") Column column) {
        for (String filter : List.of(
                "{c} ne {v}", "not ({c} eq {v})", "{v} ne {c}", "not (not ({c} ne {v}))", "({c} eq {v}) eq false")) {
            assertTrue(column.holds(filter, null, NullComparison.SQL), filter);
        }
        for (String filter : List.of("{c} eq {v}", "not ({c} ne {v})", "{c} ne null", "{c} ne {c}")) {
            assertEquals(false, column.holds(filter, null, NullComparison.SQL), filter);
        }
        assertTrue(column.holds("{c} eq null", null, NullComparison.SQL));
        assertTrue(column.holds("{c} eq {c}", null, NullComparison.SQL));
        assertTrue(column.holds("{c} eq {v}", column.value(), NullComparison.SQL));
        assertEquals(false, column.holds("{c} ne {v}", column.value(), NullComparison.SQL));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void nullIsNeitherGreaterNorLess(@ForAll("columns") Column column) {
        for (String operator : List.of("gt", "ge", "lt", "le")) {
            if (column.ordered()) {
                String filter = "{c} " + operator + " {v}";
                assertEquals(false, column.holds(filter, null, NullComparison.SQL), filter);
                assertTrue(column.holds("not (" + filter + ")", null, NullComparison.SQL), filter);
            }
            QueryException refusal = assertThrows(
                    QueryException.class, () -> column.parse("{c} " + operator + " null", NullComparison.SQL));
            assertTrue(refusal.reason().startsWith("The binary operator "), refusal.reason());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void inMemoryNullIsUnknown(@ForAll("columns") Column column) {
        for (String filter :
                List.of("{c} ne {v}", "not ({c} eq {v})", "{c} eq {v}", "{c} eq {c}", "({c} eq {v}) eq false")) {
            assertEquals(false, column.holds(filter, null, NullComparison.MEMORY), filter);
        }
        assertTrue(column.holds("{c} eq null", null, NullComparison.MEMORY));
        assertTrue(column.holds("{c} eq {v}", column.value(), NullComparison.MEMORY));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void functionsOfNullAreNoTexts(@ForAll("texts") Column column) {
        for (String function : List.of("contains", "startswith", "endswith")) {
            String filter = function + "({c},'x')";
            assertEquals(false, column.holds(filter, null, NullComparison.SQL), filter);
            assertTrue(column.holds("not " + filter, null, NullComparison.SQL), filter);
            assertTrue(column.holds(filter + " eq false", null, NullComparison.SQL), filter);
            assertEquals(false, column.holds("not " + filter, null, NullComparison.MEMORY), filter);
        }
        assertTrue(column.holds("length({c}) eq null and tolower({c}) ne 'x'", null, NullComparison.SQL));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void arithmeticWithNullIsNull(@ForAll("numbers") Column column) {
        assertEquals(false, column.holds("{c} add 1 gt 0 or {c} mul 0 eq 0", null, NullComparison.SQL));
        assertTrue(column.holds("{c} add 1 ne 6 and not (-{c} lt 0)", null, NullComparison.SQL));
    }

    @Provide
    Arbitrary<Column> columns() {
        return Arbitraries.of(COLUMNS);
    }

    @Provide
    Arbitrary<Column> texts() {
        return Arbitraries.of(COLUMNS.stream()
                .filter(each -> each.field().type().kind() == Kind.STRING)
                .toList());
    }

    @Provide
    Arbitrary<Column> numbers() {
        return Arbitraries.of(COLUMNS.stream()
                .filter(each -> each.field().type().kind() == Kind.INTEGER
                        || each.field().type().kind() == Kind.NUMBER)
                .toList());
    }
}
