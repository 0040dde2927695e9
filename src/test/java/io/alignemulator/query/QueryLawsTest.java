package io.alignemulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.query.RandomFilter.Node;
import io.alignemulator.query.value.QueryException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Laws of the query language, over random filters and records. */
class QueryLawsTest {
    private static final List<String> SCALARS = List.of("id", "title", "createdBy", "score", "isActive", "createDate");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void arbitraryTextIsReadOrRefusedNeverAnythingElse(@ForAll("texts") String text) {
        refusedAtMost(() -> Filter.parse(text, Sample.SHAPE, Sample.DIALECT));
        refusedAtMost(() -> OrderBy.parse(text, Sample.SHAPE));
        refusedAtMost(() -> Select.parse(text, Sample.SHAPE));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void damagedFilterIsReadOrRefusedNeverAnythingElse(
            @ForAll("filters") Node filter,
            @ForAll("fragments") String fragment,
            @ForAll @IntRange(max = 300) int from,
            @ForAll @IntRange(max = 10) int removed,
            @ForAll("records") Map<String, Object> record) {
        int start = Math.min(from, filter.text().length());
        int end = Math.min(start + removed, filter.text().length());
        String damaged =
                filter.text().substring(0, start) + fragment + filter.text().substring(end);
        refusedAtMost(() -> Filter.parse(damaged, Sample.SHAPE, Sample.DIALECT).test(record));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void filterMeansWhatAPlainPredicateMeans(
            @ForAll("filters") Node filter, @ForAll("recordLists") List<Map<String, Object>> records) {
        for (NullComparison nulls : NullComparison.values()) {
            Filter parsed = Filter.parse(filter.text(), Sample.SHAPE, Sample.dialect(DateComparison.DAY, nulls));
            for (Map<String, Object> record : records) {
                assertEquals(
                        filter.holds(record, nulls),
                        parsed.test(record),
                        () -> filter.text() + " on " + record + " as " + nulls);
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void lookupCoversEveryMatch(
            @ForAll("filters") Node filter, @ForAll("recordLists") List<Map<String, Object>> records) {
        Filter parsed = parse(filter.text());
        Optional<Lookup> lookup = parsed.lookup(property -> true);
        Statistics.label("has a lookup").collect(lookup.isPresent()).coverage(c -> c.check(true)
                .percentage(p -> p > 3));
        for (Map<String, Object> record : records) {
            boolean candidate = lookup.map(l -> covers(l, record)).orElse(true);
            assertTrue(candidate || !parsed.test(record), () -> filter.text() + " on " + record);
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void rangeHoldsEveryMatch(
            @ForAll("filters") Node filter, @ForAll("recordLists") List<Map<String, Object>> records) {
        for (DateComparison dates : DateComparison.values()) {
            for (NullComparison nulls : NullComparison.values()) {
                Filter parsed = Filter.parse(filter.text(), Sample.SHAPE, Sample.dialect(dates, nulls));
                Optional<Range> range = parsed.range();
                Statistics.label("has a range").collect(range.isPresent()).coverage(c -> c.check(true)
                        .percentage(p -> p > 3));
                List<Map<String, Object>> ordered = new ArrayList<>(records);
                range.ifPresent(some -> ordered.sort(Comparator.comparing(some.order()::keys, some.order()::compare)));
                List<Map<String, Object>> within =
                        range.map(some -> some.of(ordered)).orElse(ordered);
                assertEquals(
                        ordered.stream().filter(parsed::test).toList(),
                        within.stream().filter(parsed::test).toList(),
                        () -> filter.text() + " on " + records);
            }
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void notTwiceIsNothingAndDeMorganHolds(
            @ForAll("filters") Node a, @ForAll("filters") Node b, @ForAll("records") Map<String, Object> record) {
        assertEquals(
                parse(a.text()).test(record),
                parse("not (not (" + a.text() + "))").test(record));
        String left = "not ((" + a.text() + ") and (" + b.text() + "))";
        String right = "(not (" + a.text() + ")) or (not (" + b.text() + "))";
        assertEquals(parse(left).test(record), parse(right).test(record));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void orderAgreesWithAPlainSort(
            @ForAll("recordLists") List<Map<String, Object>> records,
            @ForAll("scalars") String first,
            @ForAll("scalars") String second,
            @ForAll boolean descending) {
        Assume.that(!first.equals(second));
        String text = first + (descending ? " desc" : "") + "," + second;
        Comparator<Map<String, Object>> plain = plain(first);
        List<Map<String, Object>> expected = new ArrayList<>(records);
        expected.sort((descending ? plain.reversed() : plain).thenComparing(plain(second)));
        List<Map<String, Object>> actual = new ArrayList<>(records);
        OrderBy parsed = OrderBy.parse(text, Sample.SHAPE);
        actual.sort(Comparator.comparing(parsed::keys, parsed::compare));
        assertEquals(expected, actual, text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                fragments().list().ofMaxSize(12).map(words -> String.join(" ", words)),
                fragments().list().ofMaxSize(12).map(words -> String.join("", words)));
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                "id",
                "title",
                "owner",
                "releaseIds",
                "teams",
                "bogus",
                "createDate",
                "isActive",
                "null",
                "true",
                "5",
                "-1.5",
                "'x'",
                "'",
                "''",
                "2024-07-01",
                "2024-13-01",
                "T10:30:00Z",
                "eq",
                "ne",
                "gt",
                "and",
                "or",
                "not",
                "in",
                "(",
                ")",
                ",",
                ":",
                "/",
                "any",
                "all",
                "any(r: r eq 1)",
                "contains",
                "length",
                "year",
                "*",
                "$",
                "%",
                "\u0000",
                "\uD800",
                " ",
                "99999999999999999999",
                "desc",
                "");
    }

    @Provide
    Arbitrary<Node> filters() {
        return RandomFilter.filters();
    }

    @Provide
    Arbitrary<Map<String, Object>> records() {
        return RandomFilter.records();
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> recordLists() {
        return RandomFilter.records().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> scalars() {
        return Arbitraries.of(SCALARS);
    }

    private static Filter parse(String filter) {
        return Filter.parse(filter, Sample.SHAPE, Sample.DIALECT);
    }

    private static void refusedAtMost(Runnable reading) {
        try {
            reading.run();
        } catch (QueryException refusal) {
            assertTrue(refusal.reason().endsWith("."), refusal.reason());
        }
    }

    private static boolean covers(Lookup lookup, Map<String, Object> record) {
        if (lookup instanceof Lookup.AnyOf anyOf) {
            return anyOf.alternatives().stream().anyMatch(l -> covers(l, record));
        }
        if (lookup instanceof Lookup.Both both) {
            return both.demands().stream().allMatch(l -> covers(l, record));
        }
        Lookup.Equal equal = (Lookup.Equal) lookup;
        Object value = record.get(equal.property().name());
        List<?> held = value instanceof List<?> list ? list : Collections.singletonList(value);
        return held.stream().anyMatch(v -> v != null && Lookup.key(v).equals(equal.value()));
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Map<String, Object>> plain(String name) {
        return (a, b) -> {
            Object left = a.get(name);
            Object right = b.get(name);
            if (left == null || right == null) {
                return Boolean.compare(left != null, right != null);
            }
            if (left instanceof String text) {
                return text.compareToIgnoreCase((String) right);
            }
            if (left instanceof Number number) {
                return Double.compare(number.doubleValue(), ((Number) right).doubleValue());
            }
            return ((Comparable<Object>) left).compareTo(right);
        };
    }
}
