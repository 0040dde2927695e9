package io.alignemulator.world;

/**
 * Names a record.
 *
 * @param resource name of the resource, e.g. Epic
 */
public record RowKey(String resource, long id) {

    static RowKey of(Row row) {
        return new RowKey(row.resource().name(), row.id());
    }
}
