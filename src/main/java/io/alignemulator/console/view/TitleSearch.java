package io.alignemulator.console.view;

import io.alignemulator.catalogue.Field;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.Collation;
import io.alignemulator.world.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a search finds among the records of a resource: the one of that id, and those whose title or name has the text in it, in any case. */
public final class TitleSearch {

    private static final Pattern ID = Pattern.compile("#?([0-9]{1,18})");
    private static final List<String> NAMES = List.of("title", "name", "firstName", "lastName", "uid");

    private TitleSearch() {}

    /** The test of a text; every record passes an empty one. */
    public static Predicate<Row> of(Resource resource, String text) {
        if (text.isEmpty()) {
            return row -> true;
        }
        String folded = Collation.fold(text);
        List<Field> fields = new ArrayList<>();
        for (String name : NAMES) {
            resource.find(name).ifPresent(fields::add);
        }
        Matcher number = ID.matcher(text);
        long id = number.matches() ? Long.parseLong(number.group(1)) : -1;
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
