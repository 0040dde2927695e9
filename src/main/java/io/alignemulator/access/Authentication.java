package io.alignemulator.access;

import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds the user behind an Authorization header (fidelity rules of section 7): bearer tokens, the scheme in any case; Basic with email and token where a site allows it. */
public final class Authentication {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private Authentication() {}

    /** The caller; empty for a missing, malformed or unknown credential and for a deactivated user. */
    public static Optional<Caller> of(String header, World world, Tokens tokens, boolean basicAllowed) {
        if (startsWith(header, BEARER)) {
            return user(header.substring(BEARER.length()).strip(), world, tokens);
        }
        return basicAllowed && startsWith(header, BASIC)
                ? basic(header.substring(BASIC.length()).strip(), world, tokens)
                : Optional.empty();
    }

    /** Why {@link #of} finds nobody, for people; never repeats the credential. */
    public static String problem(String header, World world, Tokens tokens, boolean basicAllowed) {
        if (header.isEmpty()) {
            return "no Authorization header";
        }
        if (startsWith(header, BASIC)) {
            return basicAllowed
                    ? "no active user has this email and token"
                    : "Basic authentication is off (setting basic-auth)";
        }
        if (!startsWith(header, BEARER)) {
            return "the scheme is not bearer";
        }
        return tokens.userOf(header.substring(BEARER.length()).strip())
                .map(id -> "the user of the token, " + id + ", is deactivated or gone")
                .orElse("the token was not issued here, or another one has replaced it");
    }

    private static boolean startsWith(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static Optional<Caller> user(String token, World world, Tokens tokens) {
        return tokens.userOf(token)
                .flatMap(id -> world.get("User", id))
                .filter(Authentication::isActive)
                .map(Caller::new);
    }

    private static Optional<Caller> basic(String encoded, World world, Tokens tokens) {
        return pair(encoded)
                .flatMap(pair -> user(pair.token(), world, tokens).filter(caller -> isEmail(caller, pair.email())));
    }

    /** What Basic authentication sends. */
    private record Pair(String email, String token) {}

    private static Optional<Pair> pair(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Pair(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The token that a header carries, whoever it belongs to; empty when there is none. */
    public static String token(String header) {
        if (startsWith(header, BEARER)) {
            return header.substring(BEARER.length()).strip();
        }
        return startsWith(header, BASIC)
                ? pair(header.substring(BASIC.length()).strip())
                        .map(Pair::token)
                        .orElse("")
                : "";
    }

    private static boolean isEmail(Caller caller, String written) {
        return caller.user().get("email") instanceof String email && email.equalsIgnoreCase(written);
    }

    /** Whether the user may sign in. */
    public static boolean isActive(Row user) {
        return Long.valueOf(0).equals(user.get("isLocked"));
    }
}
