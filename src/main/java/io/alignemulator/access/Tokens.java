package io.alignemulator.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens of a site and the users they belong to. Immutable. A token is opaque text: it is never split and never URL-decoded (fidelity rule of section 7). */
public final class Tokens {

    public static final Tokens NONE = new Tokens(Map.of());

    private final Map<String, Long> users;

    private Tokens(Map<String, Long> users) {
        this.users = users;
    }

    /** Tokens by their text, with the id of the user. */
    public static Tokens of(Map<String, Long> users) {
        return new Tokens(Map.copyOf(users));
    }

    public Optional<Long> userOf(String token) {
        return Optional.ofNullable(users.get(token));
    }

    /** All tokens with their users' ids. */
    public Map<String, Long> all() {
        return users;
    }

    /** The same with one token of the user, which ends the others (fidelity rule of section 7). */
    public Tokens replaced(long userId, String token) {
        Map<String, Long> next = new HashMap<>(users);
        next.values().removeIf(id -> id == userId);
        next.put(token, userId);
        return of(next);
    }
}
