package io.alignemulator.query;

import io.alignemulator.query.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A {@code $orderby}: scalar properties, or paths to them, each with {@code asc} (the default) or {@code desc}. Null comes
 * first in ascending order and last in descending order, as in SQL Server (inferred).
 *
 * <p>Rule LIST-18.
 */
public final class OrderBy {
    private final List<Comparator<Object>> keys;

    private OrderBy(List<Comparator<Object>> keys) {
        this.keys = keys;
    }

    /**
     * Reads an order of records of that shape.
     *
     * @throws QueryException on a syntax error, an empty element, an unknown property, or one that is no scalar
     */
    public static OrderBy parse(String text, Shape shape) {
        TokenStream tokens = new TokenStream(text);
        List<Comparator<Object>> keys = new ArrayList<>();
        do {
            Operand.Path path = Names.of(shape).properties(tokens.path());
            Comparator<Object> order = order(path);
            boolean descending = tokens.skipWord("desc");
            if (!descending) {
                tokens.skipWord("asc");
            }
            keys.add(descending ? order.reversed() : order);
        } while (tokens.skip(Kind.COMMA));
        tokens.take(Kind.END);
        return new OrderBy(keys);
    }

    /** Compares records by the asked properties; 0 where they tie, which is the caller's to break. */
    public Comparator<Object> comparator() {
        return (a, b) -> {
            for (Comparator<Object> key : keys) {
                int order = key.compare(a, b);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static Comparator<Object> order(Operand.Path path) {
        if (!path.type().scalar()) {
            throw new QueryException("Property '" + path.last().name() + "' cannot be ordered by.");
        }
        Comparator<Object> nullsFirst = Comparator.nullsFirst(Values.order(path.type()));
        return (a, b) -> nullsFirst.compare(path.from(a), path.from(b));
    }
}
