package io.alignemulator.world.memo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one table that were asked for, each property's written one after the other, so that a part is looked for in all of them at once: made at the first use; rows that were
 * written since are looked at one by one.
 */
public final class Texts<T> {

    private static final int MOST = 4;

    private final Memo<T, TextColumn<T>> memo;

    private Texts(Memo<T, TextColumn<T>> memo) {
        this.memo = memo;
    }

    /** Of a table that nobody asked for a text yet. */
    public static <T> Texts<T> none() {
        return new Texts<>(Memo.none(MOST));
    }

    /**
     * Those of the table that a write makes of this one.
     *
     * @param now null when it removes the row
     */
    public Texts<T> after(long id, @Nullable T now) {
        return new Texts<>(memo.after(id, now));
    }

    /**
     * Rows among which all are whose text holds the part, by ascending id; not each of them does.
     *
     * @param part folded as the texts are
     * @param all the rows of the table by ascending id
     * @param most empty when there are more, or when the texts are too long to be remembered
     */
    public Optional<List<T>> holding(TextSource<T> source, String part, Iterable<T> all, int most) {
        Optional<Memo.Kept<T, TextColumn<T>>> before = memo.get(source.name());
        if (before.isEmpty()) {
            TextColumn<T> made = TextColumn.of(source, all);
            memo.put(source.name(), made);
            return made.holding(part, most);
        }
        TextColumn<T> column = before.get().made();
        return before.get().isOfNow()
                ? column.holding(part, most)
                : column.holding(part, most)
                        .map(rows -> upToDate(source, rows, before.get().written()));
    }

    private static <T> List<T> upToDate(TextSource<T> source, List<T> rows, Map<Long, Optional<T>> written) {
        List<T> now = new ArrayList<>(rows);
        now.removeIf(row -> written.containsKey(source.id().applyAsLong(row)));
        written.values().forEach(row -> row.ifPresent(now::add));
        now.sort(Comparator.comparingLong(source.id()));
        return now;
    }
}
