package io.alignemulator.resource.represent;

import io.alignemulator.resource.call.Content;
import io.alignemulator.settings.Settings.DateFormat;
import io.alignemulator.world.Row;
import io.alignemulator.world.RowPrinter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Plain records as bytes: what each row remembers of its printed form, with {@code self} appended. The hot path of every read: all parts are looked up and their lengths added; who sends
 * them writes each byte once, to where it goes out.
 */
final class PlainRows implements Content {

    private static final byte[] NOTHING = {};
    private static final int TEN = 10;
    private static final int LONGEST_NUMBER = 20;

    /** The rows of an answer, all of one resource. */
    private final List<Row> rows;

    /** What each row remembers. */
    private final byte[][] printed;

    /** Before the id, of each row: the same array where all rows lie in one collection; nothing where a record does not name its address. */
    private final byte[][] addresses;

    private final boolean hasSelf;
    private final boolean inList;
    private final int length;

    private PlainRows(Representation representation, DateFormat dates, boolean inList, List<Row> rows) {
        this.rows = rows;
        this.inList = inList;
        this.printed = new byte[rows.size()][];
        this.addresses = new byte[rows.size()][];
        this.hasSelf = !rows.isEmpty() && RowPrinter.hasSelf(rows.get(0).resource());
        boolean shared = representation.isFlat();
        int sum = inList ? Math.max(0, rows.size() - 1) + 2 : 0;
        for (int i = 0; i < printed.length; i++) {
            Row row = rows.get(i);
            printed[i] = RowPrinter.open(row, dates, inList);
            addresses[i] = shared && i > 0 ? addresses[0] : address(representation, row);
            sum += printed[i].length + addresses[i].length + (hasSelf ? digits(row.id()) + 1 : 0) + 1;
        }
        this.length = sum;
    }

    static byte[] one(Representation representation, DateFormat dates, Row row) {
        return new PlainRows(representation, dates, false, List.of(row)).bytes();
    }

    static Content list(Representation representation, DateFormat dates, List<Row> rows) {
        return new PlainRows(representation, dates, true, rows);
    }

    private byte[] address(Representation representation, Row row) {
        return hasSelf ? (",\"self\":\"" + representation.collection(row)).getBytes(StandardCharsets.UTF_8) : NOTHING;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void put(ByteBuffer to) {
        byte[] number = hasSelf ? new byte[LONGEST_NUMBER] : NOTHING;
        if (inList) {
            put(to, '[');
        }
        for (int i = 0; i < printed.length && to.hasRemaining(); i++) {
            if (i > 0) {
                put(to, ',');
            }
            put(to, printed[i], 0);
            put(to, addresses[i], 0);
            if (hasSelf) {
                put(to, number, written(rows.get(i).id(), number));
                put(to, '"');
            }
            put(to, '}');
        }
        if (inList) {
            put(to, ']');
        }
    }

    private static void put(ByteBuffer to, byte[] bytes, int from) {
        to.put(bytes, from, Math.min(bytes.length - from, to.remaining()));
    }

    private static void put(ByteBuffer to, char c) {
        if (to.hasRemaining()) {
            to.put((byte) c);
        }
    }

    /** As {@link Long#toString(long)} writes it, at the end of the array; where it begins. */
    private static int written(long number, byte[] out) {
        int at = out.length;
        long rest = number;
        do {
            out[--at] = (byte) ('0' + Math.abs(rest % TEN));
            rest /= TEN;
        } while (rest != 0);
        if (number < 0) {
            out[--at] = '-';
        }
        return at;
    }

    private static int digits(long number) {
        int digits = number < 0 ? 2 : 1;
        for (long rest = number / TEN; rest != 0; rest /= TEN) {
            digits++;
        }
        return digits;
    }
}
