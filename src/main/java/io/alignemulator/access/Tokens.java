package io.alignemulator.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a site and the users they belong to. Immutable. A token is opaque text: it is never split and never URL-decoded (rule AUTH-04). Users whose
 * fixture token ends in a word ({@code user:4|team-member}) are called by it; that name stays when the token is exchanged.
 */
public final class Tokens {

    public static final Tokens NONE = new Tokens(Map.of(), Map.of());

    private static final Pattern NAMED = Pattern.compile("[^|]*\\|([a-z][a-z0-9-]*)");

    private final Map<String, Long> users;
    private final Map<Long, String> names;

    private Tokens(Map<String, Long> users, Map<Long, String> names) {
        this.users = Map.copyOf(users);
        this.names = names;
    }

    /** Tokens by their text, with the id of the user. */
    public static Tokens of(Map<String, Long> users) {
        Map<Long, String> names = new HashMap<>();
        users.forEach((token, user) -> {
            Matcher matcher = NAMED.matcher(token);
            if (matcher.matches()) {
                names.merge(user, matcher.group(1), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        });
        return new Tokens(users, Map.copyOf(names));
    }

    public Optional<Long> userOf(String token) {
        return Optional.ofNullable(users.get(token));
    }

    /** What the user is called where personas are spoken of. */
    public String nameOf(long userId) {
        return names.getOrDefault(userId, "user-" + userId);
    }

    /** The same tokens, whose users are called so. */
    public Tokens called(Map<Long, String> otherNames) {
        return new Tokens(users, Map.copyOf(otherNames));
    }

    /** The user whom {@link #nameOf} calls so. */
    public Optional<Long> named(String name) {
        return users.values().stream().filter(user -> nameOf(user).equals(name)).findFirst();
    }

    /** All tokens with their users' ids. */
    public Map<String, Long> all() {
        return users;
    }

    /** A token for each user's name, by ascending user id; of several tokens the first in the order of the alphabet. */
    public Map<String, String> byName() {
        Map<String, String> byName = new LinkedHashMap<>();
        users.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(namedFirst()))
                .forEach(each -> byName.putIfAbsent(nameOf(each.getValue()), each.getKey()));
        return byName;
    }

    private static Comparator<Map.Entry<String, Long>> namedFirst() {
        return Comparator.<Map.Entry<String, Long>, Boolean>comparing(
                        each -> !NAMED.matcher(each.getKey()).matches())
                .thenComparing(Map.Entry.comparingByKey());
    }

    /**
     * The tokens that an import leads to.
     *
     * @param other what it brings; nothing keeps these tokens as they are
     * @param besides whether these stay valid beside the others
     */
    public Tokens with(Map<String, Long> other, boolean besides) {
        if (other.isEmpty()) {
            return this;
        }
        Tokens brought = of(other);
        Map<Long, String> called = new HashMap<>(brought.names);
        Map<String, Long> all = new HashMap<>(other);
        if (besides) {
            called.putAll(names);
            all.putAll(users);
        }
        return new Tokens(all, Map.copyOf(called));
    }

    /** The same with one token of the user, which ends the others (rule AUTH-05). */
    public Tokens replaced(long userId, String token) {
        Map<String, Long> next = new HashMap<>(users);
        next.values().removeIf(id -> id == userId);
        next.put(token, userId);
        return new Tokens(next, names);
    }

    /** Other tokens for the same users, one for each. */
    public Tokens reissued(LongFunction<String> issue) {
        Map<String, Long> next = new HashMap<>();
        users.values().stream().distinct().forEach(user -> next.put(issue.apply(user), user));
        return new Tokens(next, names);
    }
}
