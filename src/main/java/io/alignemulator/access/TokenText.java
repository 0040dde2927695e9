package io.alignemulator.access;

import io.alignemulator.world.Token;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Tokens that look like a real site's. Those of the sign-on begin with {@code ATATT3} and have letters and digits only. Those of the site itself are {@code user:<id>|} and 40 printable ASCII characters with punctuation of every kind (rule AUTH-04). The first of these
 * characters may say which sandbox issued the token, so that it finds its way without anything being kept; whether it is valid is known there only.
 */
public final class TokenText {

    private static final int LENGTH = 40;
    private static final int KEY_LENGTH = 8;
    private static final String SIGN_ON = "ATATT3";
    private static final int SIGN_ON_LENGTH = 184;
    private static final char FIRST = '!';
    private static final char LAST = '~';
    private static final String KEY_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private TokenText() {}

    /** A key that no other sandbox has. */
    public static String newKey() {
        StringBuilder key = new StringBuilder(KEY_LENGTH);
        new SecureRandom()
                .ints(KEY_LENGTH, 0, KEY_CHARACTERS.length())
                .forEach(i -> key.append(KEY_CHARACTERS.charAt(i)));
        return key.toString();
    }

    /**
     * A token nobody has had before.
     *
     * @param key of the sandbox that issues it; empty for the one that needs none
     */
    public static String issue(Token token, String key) {
        return token.grant().isPresent() ? ofTheSignOn(key) : ofTheSite(token.userId(), key);
    }

    private static String ofTheSignOn(String key) {
        StringBuilder token = new StringBuilder(SIGN_ON).append(key);
        new SecureRandom()
                .ints(SIGN_ON_LENGTH - key.length(), 0, KEY_CHARACTERS.length())
                .forEach(i -> token.append(KEY_CHARACTERS.charAt(i)));
        return token.toString();
    }

    private static String ofTheSite(long userId, String key) {
        StringBuilder token =
                new StringBuilder("user:").append(userId).append('|').append(key);
        new SecureRandom().ints(LENGTH - key.length(), FIRST, LAST + 1).forEach(token::appendCodePoint);
        return token.toString();
    }

    /** What may be the key of the sandbox that issued the token. */
    public static Optional<String> key(String token) {
        int start = token.startsWith(SIGN_ON) ? SIGN_ON.length() : token.indexOf('|') + 1;
        return start > 0 && token.length() >= start + KEY_LENGTH
                ? Optional.of(token.substring(start, start + KEY_LENGTH))
                : Optional.empty();
    }
}
