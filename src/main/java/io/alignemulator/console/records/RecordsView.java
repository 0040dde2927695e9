package io.alignemulator.console.records;

import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Item;
import java.util.List;

/**
 * What the page of a collection prints.
 *
 * @param closed why the list is closed to whoever looks; empty where it is open
 * @param total records that are seen; empty where nobody counted them
 * @param q what is searched for
 * @param field only records that hold {@code value} in this field; empty for all
 * @param before page before this one; likewise {@code after}; empty for none
 * @param fresh page that makes a new one; empty where the API makes none
 */
public record RecordsView(
        Frame frame,
        String collection,
        String closed,
        String total,
        String q,
        String field,
        String value,
        List<Item> items,
        long first,
        String before,
        String after,
        String fresh,
        String curl) {}
