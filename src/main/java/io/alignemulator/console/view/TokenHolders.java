package io.alignemulator.console.view;

import io.alignemulator.access.Authentication;
import io.alignemulator.access.Tokens;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.world.Row;
import io.alignemulator.world.Token;
import io.alignemulator.world.World;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The personas of a site. */
final class TokenHolders {

    /** So many are told of: a menu of thousands is none. */
    private static final int MOST = 100;

    private TokenHolders() {}

    /** By ascending user id. */
    static List<TokenHolder> of(SiteState state) {
        Tokens tokens = state.tokens();
        return tokens.byName().entrySet().stream()
                .limit(MOST)
                .flatMap(each -> tokens
                        .find(each.getValue())
                        .map(token -> persona(state.world(), each.getKey(), each.getValue(), token))
                        .stream())
                .toList();
    }

    private static TokenHolder persona(World world, String name, String text, Token token) {
        Optional<Row> user = world.get("User", token.userId());
        return new TokenHolder(
                token.userId(),
                name,
                user.map(Item::fullName).orElse(""),
                user.flatMap(each -> role(world, each)).orElse(""),
                text,
                user.filter(Authentication::isActive).isPresent());
    }

    private static Optional<String> role(World world, Row user) {
        return user.get("roleId") instanceof Long id
                ? world.get("SystemRole", id).map(role -> Objects.toString(role.get("name"), ""))
                : Optional.empty();
    }
}
