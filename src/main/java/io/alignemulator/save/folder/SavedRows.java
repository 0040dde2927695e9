package io.alignemulator.save.folder;

import io.alignemulator.world.Row;
import io.alignemulator.world.RowKey;
import java.util.List;

/**
 * What is saved of a world.
 *
 * @param rows by resource and id
 * @param removed the records that were removed and not put again, by resource and id
 */
public record SavedRows(List<Row> rows, List<RowKey> removed) {

    public SavedRows {
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
    }
}
