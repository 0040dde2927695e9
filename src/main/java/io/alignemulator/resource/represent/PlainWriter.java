package io.alignemulator.resource.represent;

import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Plain records as bytes: what each row remembers of its printed form, with {@code self} appended. The hot path of every read, so it is written into one array of about the
 * right size and the part of the address that all rows share is made once.
 */
final class PlainWriter {

    private static final byte[] NOTHING = {};
    private static final int LONGEST_TAIL = 24;

    private final Representation representation;
    private final DateFormat dates;
    private final boolean inList;
    private byte[] shared = NOTHING;
    private byte[] out = NOTHING;
    private int length;

    PlainWriter(Representation representation, DateFormat dates, boolean inList) {
        this.representation = representation;
        this.dates = dates;
        this.inList = inList;
    }

    byte[] one(Row row) {
        append(row);
        return written();
    }

    byte[] list(List<Row> rows) {
        append('[');
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                append(',');
            }
            append(rows.get(i));
            if (i == 0) {
                reserve(rows.size() * (length + length / 8));
            }
        }
        append(']');
        return written();
    }

    private byte[] written() {
        return out.length == length ? out : Arrays.copyOf(out, length);
    }

    private void append(Row row) {
        append(RowPrinter.open(row, dates, inList));
        if (RowPrinter.hasSelf(row.resource())) {
            if (shared.length == 0 || !representation.isFlat()) {
                shared = (",\"self\":\"" + representation.collection(row)).getBytes(StandardCharsets.UTF_8);
            }
            append(shared);
            append(Long.toString(row.id()).getBytes(StandardCharsets.US_ASCII));
            append('"');
        }
        append('}');
    }

    private void append(byte[] bytes) {
        reserve(bytes.length + LONGEST_TAIL);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private void append(char c) {
        reserve(1);
        out[length++] = (byte) c;
    }

    private void reserve(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(length + more, out.length * 2));
        }
    }
}
