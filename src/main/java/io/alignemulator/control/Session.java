package io.alignemulator.control;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One text that nobody guesses, the same as long as the server runs; made when somebody first signs in. */
final class Session {

    private static final int BYTES = 32;

    private @Nullable String text;

    synchronized String get() {
        String known = text;
        if (known == null) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            known = HexFormat.of().formatHex(random);
            text = known;
        }
        return known;
    }
}
