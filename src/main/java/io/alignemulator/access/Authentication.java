package io.alignemulator.access;

import io.alignemulator.rules.RuleId;
import io.alignemulator.settings.AccessSettings.SignOn;
import io.alignemulator.world.Row;
import io.alignemulator.world.Token;
import io.alignemulator.world.World;
import java.time.Instant;
import java.util.Optional;

/**
 * Who a {@link Credential} signs in at a site (rules AUTH-01 and AUTH-02).
 *
 * @param caller empty for a missing, malformed or unknown credential and for a deactivated user
 * @param problem why nobody is signed in, for people; never repeats the credential
 * @param rule the rule that refuses
 */
public record Authentication(Optional<Caller> caller, String problem, RuleId rule) {

    /**
     * Asks a site.
     *
     * @param signOn which tokens the site takes
     * @param now by the site's clock
     */
    public static Authentication of(Credential credential, World world, Tokens tokens, SignOn signOn, Instant now) {
        return switch (credential.scheme()) {
            case MISSING -> refused("no Authorization header");
            case OTHER -> refused("the scheme is not bearer");
            case BASIC ->
                signOn == SignOn.ALIGN_TOKENS
                        ? refused("Basic authentication is off (setting authentication)")
                        : basic(credential, world, tokens, now);
            case BEARER ->
                signOn == SignOn.ATLASSIAN_TOKENS
                        ? refused("the site takes Basic authentication only (setting authentication)", RuleId.AUTH_02)
                        : bearer(credential, world, tokens);
        };
    }

    /** A user of whom nothing but the right to sign in is asked. */
    public static Authentication of(Row user) {
        return isActive(user) ? signedIn(user, false) : refused("the user is deactivated");
    }

    private static Authentication bearer(Credential credential, World world, Tokens tokens) {
        Optional<Token> token = tokens.find(credential.token());
        if (token.flatMap(Token::grant).isPresent()) {
            return refused("a token of the sign-on goes with an email, by Basic authentication", RuleId.AUTH_02);
        }
        return token.flatMap(each -> user(world, each))
                .map(user -> signedIn(user, false))
                .orElseGet(() -> refused(
                        token.map(each -> "the user of the token, " + each.userId() + ", is deactivated or gone")
                                .orElse("the token was not issued here, or another one has replaced it")));
    }

    private static Authentication basic(Credential credential, World world, Tokens tokens, Instant now) {
        Optional<Token> token = tokens.find(credential.token());
        Optional<Row> user = token.flatMap(each -> user(world, each)).filter(each -> isEmail(each, credential));
        if (user.isEmpty()) {
            return refused("no active user has this email and token");
        }
        return token.filter(each -> each.isExpired(now)).isPresent()
                ? refused("the token has expired", RuleId.AUTH_02)
                : signedIn(user.get(), token.filter(Token::readsOnly).isPresent());
    }

    private static Optional<Row> user(World world, Token token) {
        return world.get("User", token.userId()).filter(Authentication::isActive);
    }

    private static Authentication signedIn(Row user, boolean readsOnly) {
        return new Authentication(Optional.of(new Caller(user, readsOnly)), "", RuleId.ERRS_01);
    }

    private static Authentication refused(String problem) {
        return refused(problem, RuleId.ERRS_01);
    }

    private static Authentication refused(String problem, RuleId rule) {
        return new Authentication(Optional.empty(), problem, rule);
    }

    private static boolean isEmail(Row user, Credential credential) {
        return user.get("email") instanceof String email && email.equalsIgnoreCase(credential.email());
    }

    /** Whether the user may sign in. */
    public static boolean isActive(Row user) {
        return Long.valueOf(0).equals(user.get("isLocked"));
    }
}
