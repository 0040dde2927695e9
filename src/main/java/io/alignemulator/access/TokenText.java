package io.alignemulator.access;

import io.alignemulator.settings.AccessSettings.TokenForm;
import io.alignemulator.world.Token;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Tokens that look like a real site's. Those of the sign-on begin with {@code ATATT3} and have letters and digits only. Those of the site itself are {@code user:<id>|} and 40 printable ASCII characters with punctuation of every kind (rule AUTH-04),
 * or letters and digits only, which survive copying. The first of these characters may say which sandbox issued the token, so that it finds its way without anything being kept; whether it is valid is known there only.
 */
public final class TokenText {

    private static final int LENGTH = 40;
    private static final int KEY_LENGTH = 8;
    private static final String SIGN_ON = "ATATT3";
    private static final int SIGN_ON_LENGTH = 184;
    private static final char FIRST = '!';
    private static final char LAST = '~';
    private static final String KEY_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** No lower-case letters, so that such a token is not taken for one that ends in the name of a persona. */
    private static final String PLAIN_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private TokenText() {}

    /**
     * A key that hardly any other sandbox has.
     *
     * @param mark what it begins with
     */
    public static String newKey(String mark) {
        return mark + random(KEY_LENGTH - mark.length(), KEY_CHARACTERS);
    }

    /**
     * A token nobody has had before.
     *
     * @param key of the sandbox that issues it; empty for the one that needs none
     */
    public static String issue(Token token, String key, TokenForm form) {
        if (token.grant().isPresent()) {
            return SIGN_ON + key + random(SIGN_ON_LENGTH - key.length(), KEY_CHARACTERS);
        }
        int length = LENGTH - key.length();
        return "user:" + token.userId() + "|" + key
                + (form == TokenForm.PLAIN ? random(length, PLAIN_CHARACTERS) : printable(length));
    }

    private static String random(int length, String characters) {
        StringBuilder text = new StringBuilder(length);
        new SecureRandom().ints(length, 0, characters.length()).forEach(i -> text.append(characters.charAt(i)));
        return text.toString();
    }

    private static String printable(int length) {
        StringBuilder text = new StringBuilder(length);
        new SecureRandom().ints(length, FIRST, LAST + 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    /** What may be the key of the sandbox that issued the token. */
    public static Optional<String> key(String token) {
        int start = token.startsWith(SIGN_ON) ? SIGN_ON.length() : token.indexOf('|') + 1;
        return start > 0 && token.length() >= start + KEY_LENGTH
                ? Optional.of(token.substring(start, start + KEY_LENGTH))
                : Optional.empty();
    }
}
