package io.alignemulator.world.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text of all rows of a table: one long text, in which a part is found many times faster than in each row. */
final class TextColumn<T> {

    /** Characters in all; a table whose texts are longer is looked through row by row. */
    private static final int LONGEST = 1 << 26;

    private static final char BETWEEN = '\n';

    private final String texts;

    /** Where the text of each row begins. */
    private final int[] starts;

    /** Those that have a text, by ascending id. */
    private final List<T> rows;

    /** Whether the texts are here; they are not where they are too long. */
    private final boolean isWhole;

    private TextColumn(String texts, int[] starts, List<T> rows, boolean isWhole) {
        this.texts = texts;
        this.starts = starts;
        this.rows = rows;
        this.isWhole = isWhole;
    }

    static <T> TextColumn<T> of(TextSource<T> source, Iterable<T> all) {
        StringBuilder texts = new StringBuilder();
        List<T> rows = new ArrayList<>();
        int[] starts = new int[1_024];
        for (T row : all) {
            @Nullable String text = source.text().apply(row);
            if (text == null) {
                continue;
            }
            if (texts.length() + (long) text.length() >= LONGEST) {
                return new TextColumn<>("", new int[0], List.of(), false);
            }
            if (rows.size() == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[rows.size()] = texts.length();
            rows.add(row);
            texts.append(text).append(BETWEEN);
        }
        return new TextColumn<>(texts.toString(), Arrays.copyOf(starts, rows.size()), List.copyOf(rows), true);
    }

    /**
     * Rows among which all are whose text holds the part.
     *
     * @param most empty when there are more, or where the texts are too long
     */
    Optional<List<T>> holding(String part, int most) {
        if (!isWhole || part.isEmpty()) {
            return Optional.empty();
        }
        List<T> holding = new ArrayList<>();
        int at = texts.indexOf(part);
        while (at >= 0) {
            if (holding.size() == most) {
                return Optional.empty();
            }
            int found = Arrays.binarySearch(starts, at);
            int row = found >= 0 ? found : -found - 2;
            holding.add(rows.get(row));
            at = row + 1 == starts.length ? -1 : texts.indexOf(part, starts[row + 1]);
        }
        return Optional.of(holding);
    }
}
