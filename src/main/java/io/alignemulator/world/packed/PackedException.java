package io.alignemulator.world.packed;

/** Bytes that are no world, or not one of this catalogue; the message is the end of a sentence that begins with what holds them. */
public final class PackedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackedException(String sentence) {
        super(sentence);
    }
}
