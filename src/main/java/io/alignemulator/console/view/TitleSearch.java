package io.alignemulator.console.view;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.Collation;
import io.alignemulator.world.Row;
import io.alignemulator.world.Table;
import io.alignemulator.world.memo.TextSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a search finds among the records of a resource: the one of that id, and those whose title or name has the text in it, in any case. */
public final class TitleSearch {

    private static final Pattern ID = Pattern.compile("#?([0-9]{1,18})");
    private static final List<String> NAMES = List.of("title", "name", "firstName", "lastName", "uid");

    /** Few rows are looked through as fast as the texts of all of them are remembered. */
    private static final int FEW = 4_096;

    /** With more than one of so many rows found, the table is looked through as fast. */
    private static final int SELECTIVE = 8;

    private TitleSearch() {}

    /** Rows among which all are that the search finds, by ascending id; of many by the texts that the table remembers. */
    public static Iterable<Row> among(Table table, String text) {
        if (text.isEmpty() || table.size() < FEW) {
            return table.rows();
        }
        SortedMap<Long, Row> found = new TreeMap<>();
        id(text).ifPresent(id -> table.get(id).ifPresent(row -> found.put(id, row)));
        for (Field field : fields(table.resource())) {
            Optional<List<Row>> holding = table.holding(
                    new TextSource<>(field.name(), row -> folded(row, field), Row::id),
                    Collation.fold(text),
                    table.size() / SELECTIVE);
            if (holding.isEmpty()) {
                return table.rows();
            }
            holding.get().forEach(row -> found.put(row.id(), row));
        }
        return found.values();
    }

    private static @Nullable String folded(Row row, Field field) {
        return row.get(field) instanceof String held ? Collation.fold(held) : null;
    }

    private static List<Field> fields(Resource resource) {
        return NAMES.stream().map(resource::find).flatMap(Optional::stream).toList();
    }

    private static Optional<Long> id(String text) {
        Matcher number = ID.matcher(text);
        return number.matches() ? Optional.of(Long.parseLong(number.group(1))) : Optional.empty();
    }

    /** The test of a text; every record passes an empty one. */
    public static Predicate<Row> of(Resource resource, String text) {
        if (text.isEmpty()) {
            return row -> true;
        }
        String folded = Collation.fold(text);
        List<Field> fields = fields(resource);
        long id = id(text).orElse(-1L);
        return row -> row.id() == id || holds(row, fields, folded);
    }

    private static boolean holds(Row row, List<Field> fields, String folded) {
        for (Field field : fields) {
            if (row.get(field) instanceof String held && Collation.contains(held, folded)) {
                return true;
            }
        }
        return false;
    }
}
