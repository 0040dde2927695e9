package io.alignemulator.world.packed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Row;
import io.alignemulator.world.Rows;
import io.alignemulator.world.Token;
import io.alignemulator.world.Token.Grant;
import io.alignemulator.world.Token.Scope;
import io.alignemulator.world.World;
import io.alignemulator.world.packed.PackedIndex.Block;
import io.alignemulator.world.packed.PackedWorld.Packed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A world comes back from its bytes as it was, whether they are trusted or checked; checked ones are refused when they are others. */
class PackedWorldTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");
    private static final Instant MIDNIGHT = NOW.truncatedTo(ChronoUnit.DAYS);
    private static final Instant OTHER = Instant.parse("2024-05-28T12:00:00.040Z");
    private static final int FORMAT = 8;
    private static final int FINGERPRINT = 12;
    private static final int INDEX_LENGTH = 20;
    private static final int HEADER = 32;

    /** More than one block, and more than two of them together. */
    private static final int MANY = 9_000;

    private static final Map<String, Token> TOKENS = Map.of(
            "site",
            Token.of(1),
            "reader",
            new Token(2, Optional.of(new Grant(Scope.READ, Optional.empty()))),
            "writer",
            new Token(3, Optional.of(new Grant(Scope.READ_WRITE, Optional.of(OTHER)))));

    /** Where bytes were read. */
    private final List<Long> read = new ArrayList<>();

    private final class Bytes implements PackedBytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public synchronized void read(long from, ByteBuffer to) {
            read.add(from);
            to.put(bytes, (int) from, to.remaining());
        }
    }

    private static byte[] packed(World world) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PackedWorld.pack(new Packed(world, TOKENS), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private Packed unpacked(byte[] bytes) {
        return PackedWorld.unpack(new Bytes(bytes), Rows.CATALOGUE, NOW);
    }

    private Packed shipped(byte[] bytes) {
        return PackedWorld.unpackShipped(new Bytes(bytes), Rows.CATALOGUE, NOW);
    }

    private static final World WORLD = Rows.seed(
                    Rows.row("Epic", 3, "title", "long ".repeat(20), "createDate", OTHER, "state", 2L),
                    Rows.row("Epic", 4, "title", "long ".repeat(20)),
                    Rows.row("Epic", 5, "title", "ünï", "description", "東京"),
                    Rows.row("Feature", 7, "parentId", 3L, "description", "long ".repeat(20)),
                    Rows.row("Feature", 8, "parentId", 5L, "themeId", -1L),
                    Rows.row("Objective", 2, "name", "o"))
            .withLastIds(Map.of("Epic", 130L, "Risk", 127L));

    @Test
    void aWorldAndItsTokensComeBackAsTheyWere() {
        for (Packed packed : List.of(unpacked(packed(WORLD)), shipped(packed(WORLD)))) {
            assertEquals(Rows.told(WORLD), Rows.told(packed.world()));
            assertEquals(WORLD.lastIds(), packed.world().lastIds());
            assertEquals(TOKENS, packed.tokens());
            assertEquals(0, packed.world().written());
        }
    }

    @Test
    void aWorldOfManyBlocksComesBackAsItWas() {
        List<Row> rows = new ArrayList<>();
        IntStream.range(1, MANY).forEach(id -> rows.add(Rows.row("Region", id, "name", "r" + id % 300)));
        rows.add(Rows.row("City", 4, "name", "c"));
        World world = Rows.seed(rows);
        byte[] bytes = packed(world);
        assertEquals(Rows.told(world), Rows.told(unpacked(bytes).world()));
        assertEquals(Rows.told(world), Rows.told(shipped(bytes).world()));
    }

    @Test
    void anEmptyWorldComesBackEmpty() {
        World empty = World.empty(Rows.CATALOGUE);
        assertEquals(Map.of(), Rows.told(unpacked(packed(empty)).world()));
        assertEquals(Map.of(), Rows.told(shipped(packed(empty)).world()));
    }

    @Test
    void timesThatStandForTheStartAreThoseOfTheStart() {
        Row epic = Rows.row(
                "Epic",
                1,
                "createDate",
                PackedWorld.NOW,
                "notStartedDate",
                PackedWorld.NOW.truncatedTo(ChronoUnit.DAYS),
                "acceptedDate",
                OTHER,
                "lastUpdatedDate",
                PackedWorld.NOW);
        Row read = unpacked(packed(Rows.seed(epic))).world().get("Epic", 1).orElseThrow();
        assertEquals(NOW, read.get("createDate"));
        assertEquals(MIDNIGHT, read.get("notStartedDate"));
        assertEquals(OTHER, read.get("acceptedDate"));
        assertSame(read.get("createDate"), read.get("lastUpdatedDate"));
    }

    @Test
    void ofAShippedWorldACollectionIsReadWhenItIsAskedFor() {
        Packed packed = shipped(packed(WORLD));
        int before = read.size();
        assertEquals(2, packed.world().table("Feature").size());
        assertEquals(before, read.size());
        assertEquals(7, packed.world().get("Feature", 7).orElseThrow().id());
        assertEquals(before + 1, read.size());
        assertEquals(8, packed.world().get("Feature", 8).orElseThrow().id());
        assertEquals(before + 1, read.size());
    }

    @Test
    void whatBeginsLikeAPackedWorldIsOne() {
        byte[] bytes = packed(WORLD);
        assertTrue(PackedWorld.isOne(new Bytes(bytes)));
        assertTrue(PackedWorld.isOne(new Bytes(Arrays.copyOf(bytes, 8))));
        assertFalse(PackedWorld.isOne(new Bytes(Arrays.copyOf(bytes, 7))));
        bytes[7]++;
        assertFalse(PackedWorld.isOne(new Bytes(bytes)));
    }

    @Test
    void bytesThatAreCutOffOrLongerAreRefusedWhereverThatIs() {
        byte[] bytes = packed(WORLD);
        for (int length = 8; length < bytes.length; length++) {
            assertEquals("is damaged: something is cut off", refusal(Arrays.copyOf(bytes, length)), "at " + length);
        }
        assertEquals("is damaged: something stands behind its end", refusal(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void anotherFormatAndAnotherCatalogueAreNamed() {
        byte[] bytes = packed(WORLD);
        bytes[FORMAT + 3]++;
        assertEquals("was packed in format 2, and this version reads 1; pack the folder again", refusal(bytes));
        bytes[FORMAT + 3]--;
        bytes[FINGERPRINT]++;
        assertEquals("was packed by a version with another catalogue; pack the folder again", refusal(bytes));
    }

    @Test
    void whatHoldsNothingTakesAHeaderAndThreeCounts() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertDoesNotThrow(() -> PackedWorld.pack(new Packed(World.empty(Rows.CATALOGUE), Map.of()), out));
        assertEquals(HEADER + 3, out.size());
    }

    @Test
    void smallNumbersAndShortValuesThatAreThereAlreadyTakeFewBytes() {
        assertEquals(written(1L).length, written(0L).length);
        assertEquals(written(1L).length, written(127L).length);
        assertEquals(written(1L).length + 2, written(128L).length);
        assertTrue(written("short", "short").length < written("short", "other").length);
        assertEquals(written("x".repeat(99), "y".repeat(99)).length, written("x".repeat(99), "x".repeat(99)).length);
    }

    private static byte[] written(Object... codes) {
        BlockWriter writer = new BlockWriter();
        for (Object code : codes) {
            writer.row(Rows.row("Region", 1, "code", code));
        }
        return writer.toBytes();
    }

    @Test
    void anIndexOfNoLengthIsRefused() {
        byte[] bytes = packed(WORLD);
        for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            ByteBuffer.wrap(bytes).putInt(INDEX_LENGTH, length);
            assertEquals("is damaged: something is cut off", refusal(bytes));
        }
    }

    @Test
    void aByteThatIsAnotherIsRefusedWhereverItStands() {
        byte[] bytes = packed(WORLD);
        for (int i = INDEX_LENGTH; i < bytes.length; i++) {
            byte[] other = bytes.clone();
            other[i] ^= 4;
            String refusal = refusal(other);
            String wanted = i < INDEX_LENGTH + Integer.BYTES ? "is damaged: " : "holds something else than was packed";
            assertTrue(refusal.contains(wanted), i + ": " + refusal);
        }
    }

    /** Sums that fit make a file that somebody wrote on purpose. */
    @Test
    void bytesThatNoSiteIsPackedAsAreRefused() {
        Block block = new Block(Rows.CATALOGUE.resource("Region"), 2, 0, 0);
        byte[] none = new byte[0];
        byte[] row = row();
        for (byte[] content : List.of(none, new byte[] {99}, Arrays.copyOf(row, row.length - 1), row)) {
            assertEquals("is damaged: it holds what no site is packed as", refusal(forged(block, content)));
        }
        assertEquals(
                1,
                unpacked(forged(new Block(block.resource(), 1, 0, 0), row))
                        .world()
                        .table("Region")
                        .size());
        assertEquals(
                "is damaged: it holds what no site is packed as",
                refusal(forged(new Block(block.resource(), 0, 0, 0), row)),
                "more rows than the index says");
    }

    private static byte[] row() {
        BlockWriter writer = new BlockWriter();
        writer.row(Rows.row("Region", 1));
        return writer.toBytes();
    }

    private static byte[] forged(Block block, byte[] content) {
        Block whole = new Block(block.resource(), block.rows(), content.length, PackedIndex.checksum(content));
        byte[] index = new PackedIndex(List.of(whole), Map.of(), Map.of()).toBytes();
        byte[] header = Arrays.copyOf(packed(World.empty(Rows.CATALOGUE)), HEADER);
        ByteBuffer.wrap(header)
                .putInt(INDEX_LENGTH, index.length)
                .putLong(INDEX_LENGTH + Integer.BYTES, PackedIndex.checksum(index));
        return ByteBuffer.allocate(HEADER + index.length + content.length)
                .put(header)
                .put(index)
                .put(content)
                .array();
    }

    private String refusal(byte[] bytes) {
        return assertThrows(PackedException.class, () -> unpacked(bytes)).getMessage();
    }
}
