package io.alignemulator.world.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.world.Rows;
import java.nio.BufferUnderflowException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value comes back from its bytes as it was, and other bytes are told. */
class ValueCodecTest {

    static Stream<Object> values() {
        return Stream.of(
                true,
                false,
                0L,
                127L,
                128L,
                -1L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                0.1,
                "",
                "plain",
                "\u00FF",
                "\u0100",
                "\uD83D",
                "😀",
                "x".repeat(64),
                Instant.parse("2026-11-20T10:30:00.123Z"),
                Instant.parse("1969-12-31T23:59:59.999Z"),
                List.of(),
                Arrays.asList(1L, null, "a", List.of(2L)),
                Map.of(),
                Rows.object("a", 1L, "b", null, "c", Rows.object("d", List.of("e"))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueComesBack(Object value) {
        byte[] bytes = written(value);
        ByteReader in = new ByteReader(bytes);
        assertEquals(value, ValueCodec.read(in));
        assertFalse(in.hasMore());
        assertEquals(bytes.length, in.position());
        for (int length = 0; length < bytes.length; length++) {
            ByteReader cut = new ByteReader(Arrays.copyOf(bytes, length));
            RuntimeException refusal = assertThrows(RuntimeException.class, () -> ValueCodec.read(cut));
            assertTrue(
                    refusal instanceof BufferUnderflowException || refusal instanceof IllegalStateException,
                    () -> "" + refusal);
        }
    }

    @Test
    void nothingComesBackAsNothing() {
        ByteReader in = new ByteReader(written(null));
        assertEquals(null, ValueCodec.read(in));
        assertEquals(1, in.position());
    }

    @Test
    void keysOfAnObjectKeepTheirOrder() {
        Map<?, ?> read = (Map<?, ?>) ValueCodec.read(new ByteReader(written(Rows.object("z", 1L, "a", 2L, "m", 3L))));
        assertEquals(List.of("z", "a", "m"), new ArrayList<>(read.keySet()));
    }

    @Test
    void whatWasReadCannotBeChanged() {
        List<?> list = (List<?>) ValueCodec.read(new ByteReader(written(List.of(1L))));
        assertThrows(UnsupportedOperationException.class, list::clear);
        Map<?, ?> object = (Map<?, ?>) ValueCodec.read(new ByteReader(written(Rows.object("a", 1L))));
        assertThrows(UnsupportedOperationException.class, object::clear);
    }

    @Property(tries = 200)
    void everyTextTakesOneByteALetterWhereThatIsEnough(@ForAll String text) {
        assertLength(text);
    }

    @Test
    void theLastLetterOfOneByteTakesOneByte() {
        assertLength("\u00FF");
        assertLength("\u0100");
    }

    private static void assertLength(String text) {
        ByteWriter out = new ByteWriter();
        out.text(text);
        assertEquals(text, new ByteReader(out.toBytes()).text());
        int letter = text.chars().anyMatch(c -> c > 0xFF) ? 2 : 1;
        ByteWriter length = new ByteWriter();
        length.number(letter == 2 ? -text.length() : text.length());
        assertEquals(length.toBytes().length + letter * text.length(), out.toBytes().length);
    }

    @Test
    void bytesOfNoKnownTypeAreTold() {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> ValueCodec.read(new ByteReader(new byte[] {99})));
        assertEquals("a value of type 99", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> written(7));
    }

    @ParameterizedTest
    @CsvSource({"-1, a length of -1 at 1", "4, a length of 4 at 1"})
    void lengthsThatCannotBeAreTold(long length, String sentence) {
        ByteWriter out = new ByteWriter();
        out.number(length);
        out.raw(new byte[3]);
        byte[] bytes = out.toBytes();
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> new ByteReader(bytes).count());
        assertEquals(sentence, refusal.getMessage());
        assertThrows(IllegalStateException.class, () -> new ByteReader(bytes).block());
    }

    @Test
    void aLengthUpToTheEndCanBe() {
        ByteWriter out = new ByteWriter();
        out.block(new byte[] {1, 2, 3});
        ByteReader in = new ByteReader(out.toBytes());
        assertEquals(List.of((byte) 1, (byte) 2, (byte) 3), bytes(in.block()));
        assertFalse(in.hasMore());
    }

    private static List<Byte> bytes(byte[] block) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : block) {
            bytes.add(each);
        }
        return bytes;
    }

    @Test
    void aNumberEndsAfterTenBytes() {
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0xFF);
        ByteReader in = new ByteReader(endless);
        in.number();
        assertEquals(10, in.position());
    }

    @Test
    void fixedNumbersTakeEightBytesThatSortAsTheyDo() {
        ByteWriter small = new ByteWriter();
        small.fixed(255);
        ByteWriter large = new ByteWriter();
        large.fixed(256);
        assertTrue(Arrays.compareUnsigned(small.toBytes(), large.toBytes()) < 0);
        assertEquals(8, large.toBytes().length);
        assertEquals(256, new ByteReader(large.toBytes()).fixed());
        assertEquals('a', new ByteReader(ByteWriter.wide("a")).character());
    }

    private static byte[] written(Object value) {
        ByteWriter out = new ByteWriter();
        ValueCodec.write(out, value);
        return out.toBytes();
    }
}
