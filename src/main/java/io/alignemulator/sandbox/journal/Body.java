package io.alignemulator.sandbox.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A body as the journal keeps it.
 *
 * @param kept its first bytes
 * @param length of the whole, in bytes
 */
public record Body(byte[] kept, long length) {

    /** Bytes that are kept of a body. */
    public static final int LIMIT = 16 * 1024;

    public static final Body NONE = new Body(new byte[0], 0);

    public static Body of(byte[] whole) {
        return whole.length == 0
                ? NONE
                : new Body(whole.length <= LIMIT ? whole : Arrays.copyOf(whole, LIMIT), whole.length);
    }

    public boolean isTruncated() {
        return kept.length < length;
    }

    /** As text; empty for what is no UTF-8. A letter cut in two at the end of a truncated body is left out. */
    public Optional<String> text() {
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
