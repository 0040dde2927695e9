package io.alignemulator.world.packed;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.catalogue.Resource;
import io.alignemulator.values.SharedValues;
import io.alignemulator.work.Batches;
import io.alignemulator.world.Row;
import io.alignemulator.world.Token;
import io.alignemulator.world.World;
import io.alignemulator.world.memo.RowsById;
import io.alignemulator.world.packed.PackedIndex.Block;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A world as bytes for the catalogue that it was packed with and no other: values by the position of their field, computed ones too, so that unpacking checks and computes nothing. A header
 * (what it is, format, fingerprint of the catalogue, length and checksum of the index), the index, then blocks of rows, which several threads unpack. What has to outlive versions is saved in
 * another way.
 */
public final class PackedWorld {

    /** Packed in place of the time at which a world is unpacked. */
    public static final Instant NOW = Instant.EPOCH.minusMillis(1);

    private static final Instant TODAY = NOW.truncatedTo(ChronoUnit.DAYS);

    private static final byte[] MAGIC = "alignpak".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int HEADER = MAGIC.length + Integer.BYTES + Long.BYTES + Integer.BYTES + Long.BYTES;

    private final PackedBytes bytes;
    private final Catalogue catalogue;
    private final Instant now;
    private final boolean isChecked;

    private PackedWorld(PackedBytes bytes, Catalogue catalogue, Instant now, boolean isChecked) {
        this.bytes = bytes;
        this.catalogue = catalogue;
        this.now = now;
        this.isChecked = isChecked;
    }

    /**
     * What was packed together.
     *
     * @param tokens by their text
     */
    public record Packed(World world, Map<String, Token> tokens) {}

    /** Whether they begin like a packed world. */
    public static boolean isOne(PackedBytes bytes) {
        return bytes.size() >= MAGIC.length && Arrays.equals(bytes.read(0, MAGIC.length), MAGIC);
    }

    /** @throws IOException when the stream takes no more */
    public static void pack(Packed packed, OutputStream out) throws IOException {
        World world = packed.world();
        List<Block> blocks = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (Resource resource : world.catalogue().resources()) {
            if (resource.recordsOf().equals(resource.name())) {
                List<Row> rows = new ArrayList<>(world.table(resource).size());
                world.table(resource).rows().forEach(rows::add);
                for (int i = 0; i < rows.size(); i += Batches.MANY) {
                    List<Row> some = rows.subList(i, Math.min(rows.size(), i + Batches.MANY));
                    byte[] content = packed(some);
                    blocks.add(Block.of(resource, some.size(), content));
                    contents.add(content);
                }
            }
        }
        byte[] index = new PackedIndex(blocks, world.lastIds(), packed.tokens()).toBytes();
        out.write(ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .putInt(FORMAT)
                .putLong(Catalogue.fingerprint())
                .putInt(index.length)
                .putLong(PackedIndex.checksum(index))
                .array());
        out.write(index);
        for (byte[] content : contents) {
            out.write(content);
        }
    }

    private static byte[] packed(List<Row> rows) {
        BlockWriter block = new BlockWriter();
        rows.forEach(block::row);
        return block.toBytes();
    }

    /**
     * A world that came with this very build; nothing is checked.
     *
     * @param now stands wherever {@link #NOW} was packed, and its midnight where that of {@link #NOW} was
     */
    public static Packed unpackShipped(PackedBytes bytes, Catalogue catalogue, Instant now) {
        return new PackedWorld(bytes, catalogue, now, false).unpacked();
    }

    /**
     * A world from outside.
     *
     * @param now like {@link #unpackShipped}
     * @throws PackedException when it is damaged, or of another version or catalogue
     */
    public static Packed unpack(PackedBytes bytes, Catalogue catalogue, Instant now) {
        try {
            return new PackedWorld(bytes, catalogue, now, true).unpacked();
        } catch (IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ClassCastException
                | NullPointerException
                | BufferUnderflowException e) {
            throw new PackedException("is damaged: it holds what no site is packed as");
        }
    }

    private Packed unpacked() {
        ByteBuffer header = ByteBuffer.wrap(bytes.read(0, within(0, HEADER)));
        header.position(MAGIC.length);
        int format = header.getInt();
        long fingerprint = header.getLong();
        if (isChecked && format != FORMAT) {
            throw new PackedException("was packed in format " + format + ", and this version reads " + FORMAT
                    + "; pack the folder again");
        }
        if (isChecked && fingerprint != Catalogue.fingerprint()) {
            throw new PackedException("was packed by a version with another catalogue; pack the folder again");
        }
        byte[] head = checked(bytes.read(HEADER, within(HEADER, header.getInt())), header.getLong());
        PackedIndex index = PackedIndex.read(head, catalogue);
        long begin = (long) HEADER + head.length;
        World world = isChecked
                ? World.restored(catalogue, rows(index.blocks(), begin), index.lastIds())
                : World.unpacked(catalogue, later(index.blocks(), begin), index.lastIds());
        return new Packed(world, index.tokens());
    }

    /** Each collection when it is asked for; nothing is checked that somebody had to be told of at the start. */
    private Map<String, RowsById<Row>> later(List<Block> blocks, long begin) {
        SharedValues shared = new SharedValues();
        long[] places = places(blocks, begin);
        Map<String, List<Integer>> parts = new TreeMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            parts.computeIfAbsent(blocks.get(i).resource().name(), name -> new ArrayList<>())
                    .add(i);
        }
        Map<String, RowsById<Row>> rows = new TreeMap<>();
        parts.forEach((name, numbers) -> {
            int size = 0;
            for (int each : numbers) {
                size += blocks.get(each).rows();
            }
            rows.put(
                    name,
                    RowsById.<Row>later(
                            size,
                            () -> {
                                List<Row> all = new ArrayList<>();
                                numbers.forEach(each -> all.addAll(rows(blocks.get(each), places[each], shared)));
                                return all;
                            },
                            Row::id));
        });
        return rows;
    }

    private int within(long from, long length) {
        if (length < 0 || from + length > bytes.size()) {
            throw new PackedException("is damaged: something is cut off");
        }
        return (int) length;
    }

    private byte[] checked(byte[] content, long checksum) {
        if (isChecked && PackedIndex.checksum(content) != checksum) {
            throw new PackedException("is damaged: it holds something else than was packed");
        }
        return content;
    }

    private Map<String, List<Row>> rows(List<Block> blocks, long begin) {
        long[] places = places(blocks, begin);
        if (isChecked && places[blocks.size()] != bytes.size()) {
            throw new PackedException("is damaged: something stands behind its end");
        }
        SharedValues shared = new SharedValues();
        int total = blocks.stream().mapToInt(Block::rows).sum();
        List<List<Row>> parts = Batches.of(blocks.size(), total > 2 * Batches.MANY ? 1 : Math.max(1, blocks.size()))
                .map(batch -> {
                    List<List<Row>> some = new ArrayList<>();
                    for (int i = batch.from(); i < batch.to(); i++) {
                        some.add(rows(blocks.get(i), places[i], shared));
                    }
                    return some;
                });
        Map<String, List<Row>> rows = new TreeMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            rows.computeIfAbsent(blocks.get(i).resource().name(), name -> new ArrayList<>())
                    .addAll(parts.get(i));
        }
        return rows;
    }

    /** Where each block begins, and where the last one ends. */
    private long[] places(List<Block> blocks, long begin) {
        long[] places = new long[blocks.size() + 1];
        places[0] = begin;
        for (int i = 0; i < blocks.size(); i++) {
            places[i + 1] = places[i] + within(places[i], blocks.get(i).length());
        }
        return places;
    }

    private List<Row> rows(Block block, long place, SharedValues shared) {
        byte[] content = checked(bytes.read(place, block.length()), block.checksum());
        return new BlockReader(content, block.resource(), shared, this::at).rows(block.rows());
    }

    private Instant at(Instant packed) {
        return packed.equals(NOW) ? now : packed.equals(TODAY) ? now.truncatedTo(ChronoUnit.DAYS) : packed;
    }
}
