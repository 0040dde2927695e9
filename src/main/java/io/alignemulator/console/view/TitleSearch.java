package io.alignemulator.console.view;

import io.alignemulator.values.Collation;
import io.alignemulator.world.Row;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a search finds: the record of that id, and those whose title has the text in it, in any case. */
public final class TitleSearch {

    private static final Pattern ID = Pattern.compile("#?([0-9]{1,18})");

    private TitleSearch() {}

    /** The test of a text; every record passes an empty one. */
    public static Predicate<Row> of(String text) {
        if (text.isEmpty()) {
            return row -> true;
        }
        String folded = Collation.fold(text);
        Predicate<Row> byTitle = row -> Collation.contains(Item.title(row), folded);
        var number = ID.matcher(text);
        if (!number.matches()) {
            return byTitle;
        }
        long id = Long.parseLong(number.group(1));
        return byTitle.or(row -> row.id() == id);
    }
}
