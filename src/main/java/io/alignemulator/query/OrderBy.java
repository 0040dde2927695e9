package io.alignemulator.query;

import io.alignemulator.query.parse.Expression;
import io.alignemulator.query.parse.Grammar;
import io.alignemulator.query.parse.Parser;
import io.alignemulator.query.value.QueryException;
import io.alignemulator.query.value.QueryException.Ground;
import io.alignemulator.query.value.ValueType;
import io.alignemulator.query.value.Values;
import io.alignemulator.work.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $orderby}: scalar properties, paths to them and lengths of lists, each with {@code asc} (the default) or {@code desc}. Null comes first in ascending order and last in
 * descending order, as in SQL Server.
 *
 * <p>Rules LIST-12 and LIST-18.
 */
public final class OrderBy {
    private final List<Comparator<Object>> keys;

    private OrderBy(List<Comparator<Object>> keys) {
        this.keys = keys;
    }

    /**
     * Reads an order of records of that shape.
     *
     * @throws QueryException on a syntax error, an unknown property, one that is no scalar or stands twice, or an expression
     */
    public static OrderBy parse(String text, Shape shape) {
        List<Comparator<Object>> keys = new ArrayList<>();
        Set<Operand> seen = new HashSet<>();
        for (Parser.Ordered element : Parser.order(text, Grammar.STANDARD)) {
            Operand by = new Binder(shape, QueryDialect.DEFAULT).operand(element.by());
            Comparator<Object> order = order(element.by(), by);
            if (!seen.add(by)) {
                throw new QueryException(
                        Ground.ORDER, "Duplicate property named '" + name(by) + "' is not supported in '$orderby'.");
            }
            keys.add(element.descending() ? order.reversed() : order);
        }
        return new OrderBy(keys);
    }

    /** Compares records by the asked properties; 0 where they tie, which is the caller's to break; each comparison is counted. */
    public Comparator<Object> comparator(Work work) {
        return (a, b) -> {
            for (Comparator<Object> key : keys) {
                work.add(1);
                int order = key.compare(a, b);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static Comparator<Object> order(Expression written, Operand by) {
        if (by.type() == ValueType.COLLECTION || by.type() == ValueType.OBJECT) {
            throw new QueryException("The $orderby expression must evaluate to a single value of primitive type.");
        }
        boolean property = written instanceof Expression.Path || written instanceof Expression.Count;
        if (!property || !(by instanceof Operand.Path || by instanceof Operand.Count)) {
            throw new QueryException(
                    Ground.ORDER,
                    "Only ordering by properties is supported for non-primitive collections. Expressions are not supported.");
        }
        Comparator<Object> nullsFirst = Comparator.nullsFirst(Values.order(by.type()));
        return (a, b) -> nullsFirst.compare(value(by, a), value(by, b));
    }

    /** Here every path begins at the record. */
    private static @Nullable Object value(Operand by, Object record) {
        return by instanceof Operand.Path path
                ? path.from(record)
                : Operand.Count.of(((Operand.Count) by).list().from(record));
    }

    private static String name(Operand by) {
        return by instanceof Operand.Path path ? Calls.pascal(path.last().name()) : "$count";
    }
}
