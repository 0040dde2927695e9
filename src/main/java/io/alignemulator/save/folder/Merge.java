package io.alignemulator.save.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries of a table as the batches of the log behind it left them, in the order of their keys. */
final class Merge implements Iterator<KeyValue> {

    private final byte[] prefix;
    private final Iterator<KeyValue> table;
    private final LogFile log;
    private final Iterator<Map.Entry<byte[], Changes.Slice>> changed;
    private @Nullable KeyValue tabled;
    private Map.@Nullable Entry<byte[], Changes.Slice> logged;

    Merge(byte[] prefix, Iterator<KeyValue> table, LogFile log) {
        this.prefix = prefix;
        this.table = table;
        this.log = log;
        this.changed = log.changes().from(prefix).entrySet().iterator();
        nextTabled();
        nextLogged();
    }

    private void nextTabled() {
        do {
            tabled = table.hasNext() ? table.next() : null;
        } while (tabled != null && log.changes().supersede(tabled.key()));
    }

    private void nextLogged() {
        do {
            logged = changed.hasNext() ? changed.next() : null;
        } while (logged != null && logged.getValue().isGone());
        if (logged != null && !KeyValue.startsWith(logged.getKey(), prefix)) {
            logged = null;
        }
    }

    @Override
    public boolean hasNext() {
        return tabled != null || logged != null;
    }

    @Override
    public KeyValue next() {
        KeyValue fromTable = tabled;
        Map.Entry<byte[], Changes.Slice> fromLog = logged;
        if (fromTable != null && (fromLog == null || KeyValue.ORDER.compare(fromTable.key(), fromLog.getKey()) < 0)) {
            nextTabled();
            return fromTable;
        }
        if (fromLog == null) {
            throw new NoSuchElementException();
        }
        nextLogged();
        return new KeyValue(fromLog.getKey(), value(fromLog.getValue()));
    }

    private byte[] value(Changes.Slice slice) {
        try {
            return log.read(slice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
