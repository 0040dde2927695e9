package io.alignemulator.access;

import java.security.SecureRandom;

/** Makes tokens that look like a real site's: {@code user:<id>|} and 40 printable ASCII characters with punctuation of every kind (fidelity rule of section 7). */
public final class TokenText {

    private static final int LENGTH = 40;
    private static final char FIRST = '!';
    private static final char LAST = '~';

    private TokenText() {}

    /** A token nobody has had before. */
    public static String issue(long userId) {
        return new SecureRandom()
                .ints(LENGTH, FIRST, LAST + 1)
                .collect(
                        () -> new StringBuilder("user:").append(userId).append('|'),
                        StringBuilder::appendCodePoint,
                        StringBuilder::append)
                .toString();
    }
}
