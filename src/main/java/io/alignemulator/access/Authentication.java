package io.alignemulator.access;

import io.alignemulator.access.Credential.Scheme;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.Optional;

/**
 * Who a {@link Credential} signs in at a site (rule AUTH-01).
 *
 * @param caller empty for a missing, malformed or unknown credential and for a deactivated user
 * @param problem why nobody is signed in, for people; never repeats the credential
 */
public record Authentication(Optional<Caller> caller, String problem) {

    /** @param basicAllowed whether the site takes Basic authentication, with email and token */
    public static Authentication of(Credential credential, World world, Tokens tokens, boolean basicAllowed) {
        return switch (credential.scheme()) {
            case MISSING -> refused("no Authorization header");
            case OTHER -> refused("the scheme is not bearer");
            case BASIC ->
                basicAllowed
                        ? signedIn(credential, world, tokens, "no active user has this email and token")
                        : refused("Basic authentication is off (setting basic-auth)");
            case BEARER ->
                signedIn(
                        credential,
                        world,
                        tokens,
                        credential
                                .owner(tokens)
                                .map(id -> "the user of the token, " + id + ", is deactivated or gone")
                                .orElse("the token was not issued here, or another one has replaced it"));
        };
    }

    /** A user of whom nothing but the right to sign in is asked. */
    public static Authentication of(Row user) {
        return isActive(user) ? signedIn(user) : refused("the user is deactivated");
    }

    private static Authentication signedIn(Credential credential, World world, Tokens tokens, String otherwise) {
        return credential
                .owner(tokens)
                .flatMap(id -> world.get("User", id))
                .filter(user -> isActive(user) && (credential.scheme() != Scheme.BASIC || isEmail(user, credential)))
                .map(Authentication::signedIn)
                .orElseGet(() -> refused(otherwise));
    }

    private static Authentication signedIn(Row user) {
        return new Authentication(Optional.of(new Caller(user)), "");
    }

    private static Authentication refused(String problem) {
        return new Authentication(Optional.empty(), problem);
    }

    private static boolean isEmail(Row user, Credential credential) {
        return user.get("email") instanceof String email && email.equalsIgnoreCase(credential.email());
    }

    /** Whether the user may sign in. */
    public static boolean isActive(Row user) {
        return Long.valueOf(0).equals(user.get("isLocked"));
    }
}
