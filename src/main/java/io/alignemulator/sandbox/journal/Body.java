package io.alignemulator.sandbox.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A body as the journal keeps it: its beginning. What takes the credentials out of an answer acts when somebody looks, for most answers are never looked at. */
public final class Body {

    /** Bytes that are kept of a body. */
    public static final int LIMIT = 16 * 1024;

    /** Its first bytes as they came, some more than are shown. */
    private final byte[] begun;

    private final long length;
    private final UnaryOperator<byte[]> masking;

    /** What was shown once, or nothing yet. */
    private volatile byte @Nullable [] shown;

    private Body(byte[] begun, long length, UnaryOperator<byte[]> masking) {
        this.begun = begun;
        this.length = length;
        this.masking = masking;
    }

    /** Of a call or an answer that has none. */
    public static Body none() {
        return new Body(new byte[0], 0, bytes -> bytes);
    }

    /** One without credentials. */
    public static Body of(byte[] whole) {
        return of(whole, whole.length, 0, bytes -> bytes);
    }

    /**
     * One that may hold credentials.
     *
     * @param bytes of its beginning
     * @param length of the whole, in bytes
     * @param ahead how many bytes the masking looks at behind those that are shown
     * @param masking of those bytes
     */
    static Body of(byte[] bytes, long length, int ahead, UnaryOperator<byte[]> masking) {
        return length == 0
                ? none()
                : new Body(
                        bytes.length <= LIMIT + ahead ? bytes : Arrays.copyOf(bytes, LIMIT + ahead), length, masking);
    }

    /** Its first bytes, without credentials. */
    public byte[] kept() {
        byte[] known = shown;
        if (known == null) {
            byte[] masked = masking.apply(begun);
            known = masked.length <= LIMIT ? masked : Arrays.copyOf(masked, LIMIT);
            shown = known;
        }
        return known;
    }

    /** Of the whole, in bytes. */
    public long length() {
        return length;
    }

    /** About the bytes of memory that it takes. */
    int weight() {
        return begun.length;
    }

    public boolean isTruncated() {
        return length > LIMIT;
    }

    /** As text; empty for what is no UTF-8. A letter cut in two at the end of a truncated body is left out. */
    public Optional<String> text() {
        byte[] kept = kept();
        for (int cut = 0; cut < (isTruncated() ? 4 : 1) && cut <= kept.length; cut++) {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(kept, 0, kept.length - cut))
                        .toString());
            } catch (CharacterCodingException e) {
                // one byte less
            }
        }
        return Optional.empty();
    }
}
