package io.alignemulator.query;

import io.alignemulator.query.parse.Expression;
import io.alignemulator.query.parse.Grammar;
import io.alignemulator.query.parse.Parser;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.QueryException.Ground;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import io.alignemulator.values.Collation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $orderby}: scalar properties, paths to them and lengths of lists, each with {@code asc} (the default) or {@code desc}. Null comes first in ascending order and last in
 * descending order, as in SQL Server, unless a site is set to the reverse (rule LIST-22).
 *
 * <p>Rules LIST-12 and LIST-18.
 */
public final class OrderBy {
    private final List<Key> keys;

    private OrderBy(List<Key> keys) {
        this.keys = keys;
    }

    /** A property and its direction. Texts are compared folded, which is done once for each of them. */
    private record Key(Operand by, boolean descending, boolean nullsFirst, Comparator<@Nullable Object> order) {

        static Key of(Operand by, boolean descending, boolean nullsFirst) {
            Comparator<Object> order = by.type() == ValueType.TEXT
                    ? (a, b) -> ((String) a).compareTo((String) b)
                    : Values.order(by.type());
            Comparator<@Nullable Object> ascending =
                    nullsFirst ? Comparator.nullsFirst(order) : Comparator.nullsLast(order);
            return new Key(by, descending, nullsFirst, descending ? ascending.reversed() : ascending);
        }

        /** Here every path begins at the record. */
        @Nullable
        Object of(Object record) {
            Object value = by instanceof Operand.Path path
                    ? path.from(record)
                    : Operand.Count.of(((Operand.Count) by).list().from(record));
            return value instanceof String text ? Collation.fold(text) : value;
        }

        String name() {
            Operand.Path path = by instanceof Operand.Path plain ? plain : ((Operand.Count) by).list();
            return path.steps().stream().map(Property::name).collect(Collectors.joining("/"))
                    + (by instanceof Operand.Count ? "/$count" : "")
                    + (descending ? " desc" : "")
                    + (nullsFirst ? "" : " nulls last");
        }
    }

    /**
     * Reads an order of records of that shape.
     *
     * @throws QueryException on a syntax error, an unknown property, one that is no scalar or stands twice, or an expression
     */
    public static OrderBy parse(String text, EntityType shape) {
        return parse(text, shape, true);
    }

    /** The same, with null after all values where it is not to come first. */
    public static OrderBy parse(String text, EntityType shape, boolean nullsFirst) {
        List<Key> keys = new ArrayList<>();
        Set<Operand> seen = new HashSet<>();
        for (Parser.Ordered element : Parser.order(text, Grammar.STANDARD)) {
            Operand by = new FilterBinder(shape, QueryDialect.DEFAULT).operand(element.by());
            check(element.by(), by);
            if (!seen.add(by)) {
                throw new QueryException(
                        Ground.ORDER, "Duplicate property named '" + name(by) + "' is not supported in '$orderby'.");
            }
            keys.add(Key.of(by, element.descending(), nullsFirst));
        }
        return new OrderBy(keys);
    }

    /** By one property of the record. */
    static OrderBy ascending(Operand.Path path) {
        return new OrderBy(List.of(Key.of(path, false, true)));
    }

    /** Tells this order from others of the same shape. */
    public String name() {
        return keys.stream().map(Key::name).collect(Collectors.joining(","));
    }

    /** What {@link #compare} looks at of a record. */
    public @Nullable Object[] keys(Object record) {
        @Nullable Object[] values = new Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys.get(i).of(record);
        }
        return values;
    }

    /** Compares {@link #keys} of records; 0 where they tie, which is the caller's to break. */
    public int compare(@Nullable Object[] one, @Nullable Object[] other) {
        for (int i = 0; i < one.length; i++) {
            int order = keys.get(i).order().compare(one[i], other[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static void check(Expression written, Operand by) {
        if (by.type() == ValueType.COLLECTION || by.type() == ValueType.OBJECT) {
            throw new QueryException("The $orderby expression must evaluate to a single value of primitive type.");
        }
        boolean property = written instanceof Expression.Path || written instanceof Expression.Count;
        if (!property || !(by instanceof Operand.Path || by instanceof Operand.Count)) {
            throw new QueryException(
                    Ground.ORDER,
                    "Only ordering by properties is supported for non-primitive collections. Expressions are not supported.");
        }
    }

    private static String name(Operand by) {
        return by instanceof Operand.Path path
                ? FunctionCalls.pascal(path.last().name())
                : "$count";
    }
}
