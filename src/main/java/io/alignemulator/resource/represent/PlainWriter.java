package io.alignemulator.resource.represent;

import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Plain records as bytes: what each row remembers of its printed form, with {@code self} appended. The hot path of every read: first all parts are looked up and their lengths added, then they
 * are written into one array of that length, each byte once.
 */
final class PlainWriter {

    private static final byte[] NOTHING = {};
    private static final int TEN = 10;

    /** The rows of an answer, all of one resource. */
    private final List<Row> rows;

    /** What each row remembers. */
    private final byte[][] printed;

    /** Before the id, of each row: the same array where all rows lie in one collection; nothing where a record does not name its address. */
    private final byte[][] addresses;

    private final boolean hasSelf;
    private int size;
    private byte[] out = NOTHING;
    private int length;

    private PlainWriter(Representation representation, DateFormat dates, boolean inList, List<Row> rows) {
        this.rows = rows;
        this.printed = new byte[rows.size()][];
        this.addresses = new byte[rows.size()][];
        this.hasSelf = !rows.isEmpty() && RowPrinter.hasSelf(rows.get(0).resource());
        boolean shared = representation.isFlat();
        for (int i = 0; i < printed.length; i++) {
            Row row = rows.get(i);
            printed[i] = RowPrinter.open(row, dates, inList);
            addresses[i] = shared && i > 0 ? addresses[0] : address(representation, row);
            size += printed[i].length + addresses[i].length + (hasSelf ? digits(row.id()) + 1 : 0) + 1;
        }
    }

    static byte[] one(Representation representation, DateFormat dates, Row row) {
        PlainWriter writer = new PlainWriter(representation, dates, false, List.of(row));
        writer.out = new byte[writer.size];
        writer.append(0);
        return writer.out;
    }

    static byte[] list(Representation representation, DateFormat dates, List<Row> rows) {
        PlainWriter writer = new PlainWriter(representation, dates, true, rows);
        writer.out = new byte[writer.size + Math.max(0, rows.size() - 1) + 2];
        writer.append('[');
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                writer.append(',');
            }
            writer.append(i);
        }
        writer.append(']');
        return writer.out;
    }

    private byte[] address(Representation representation, Row row) {
        return hasSelf ? (",\"self\":\"" + representation.collection(row)).getBytes(StandardCharsets.UTF_8) : NOTHING;
    }

    private void append(int row) {
        append(printed[row]);
        append(addresses[row]);
        if (hasSelf) {
            appendNumber(rows.get(row).id());
            append('"');
        }
        append('}');
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private void append(char c) {
        out[length++] = (byte) c;
    }

    /** As {@link Long#toString(long)} writes it. */
    private void appendNumber(long number) {
        length += digits(number);
        int at = length;
        long rest = number;
        do {
            out[--at] = (byte) ('0' + Math.abs(rest % TEN));
            rest /= TEN;
        } while (rest != 0);
        if (number < 0) {
            out[--at] = '-';
        }
    }

    private static int digits(long number) {
        int digits = number < 0 ? 2 : 1;
        for (long rest = number / TEN; rest != 0; rest /= TEN) {
            digits++;
        }
        return digits;
    }
}
