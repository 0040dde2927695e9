package io.alignemulator.access;

import io.alignemulator.world.Token;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What the Authorization header of a call carries, read once: bearer tokens with the scheme in any case, or email and
 * token of Basic authentication (rules AUTH). Whether it is good is another question:
 * {@link Authentication}.
 *
 * @param email of Basic authentication; empty for every other scheme
 * @param token opaque, never URL-decoded; empty when there is none
 */
public record Credential(Scheme scheme, String email, String token) {

    /** How the token came. */
    public enum Scheme {
        /** No header at all. */
        MISSING,
        BEARER,
        BASIC,
        /** A scheme that the API does not know. */
        OTHER
    }

    /** That of a call without the header. */
    public static final Credential NONE = new Credential(Scheme.MISSING, "", "");

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    /** Reads the header, which is empty when it is missing. */
    public static Credential of(String header) {
        if (startsWith(header, BEARER)) {
            return new Credential(
                    Scheme.BEARER, "", header.substring(BEARER.length()).strip());
        }
        if (startsWith(header, BASIC)) {
            return basic(header.substring(BASIC.length()).strip());
        }
        return header.isEmpty() ? NONE : new Credential(Scheme.OTHER, "", "");
    }

    private static Credential basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? new Credential(Scheme.BASIC, "", "")
                    : new Credential(Scheme.BASIC, pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return new Credential(Scheme.BASIC, "", "");
        }
    }

    private static boolean startsWith(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** What may be the key of the sandbox that issued the token. */
    public Optional<String> sandboxKey() {
        return TokenText.key(token);
    }

    /** Whose token it is at a site, active or not; empty for a token of somewhere else. */
    public Optional<Long> owner(Tokens tokens) {
        return tokens.find(token).map(Token::userId);
    }

    /** Without the token, which belongs into no log. */
    @Override
    public String toString() {
        return "Credential[" + scheme + "]";
    }
}
