package io.alignemulator.access;

import io.alignemulator.world.Token;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tokens of a site and the users they belong to. Immutable. A token is opaque text: it is never split and never URL-decoded (rule AUTH-04). Users whose
 * fixture token ends in a word ({@code user:4|team-member}) are called by it; that name stays when the token is exchanged.
 */
public final class Tokens {

    public static final Tokens NONE = new Tokens(Map.of(), Map.of());

    private static final Pattern NAMED = Pattern.compile("[^|]*\\|([a-z][a-z0-9-]*)");

    private static final Comparator<Map.Entry<String, Token>> IN_ORDER =
            Comparator.<Map.Entry<String, Token>>comparingLong(
                            each -> each.getValue().userId())
                    .thenComparing(each -> each.getValue().grant().isPresent());

    private final Map<String, Token> tokens;
    private final Map<Long, String> names;

    private Tokens(Map<String, Token> tokens, Map<Long, String> names) {
        this.tokens = Map.copyOf(tokens);
        this.names = names;
    }

    /** Tokens of the site itself by their text, with the id of the user. */
    public static Tokens of(Map<String, Long> users) {
        return holding(users.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Token.of(each.getValue()))));
    }

    /** Tokens by their text. */
    public static Tokens holding(Map<String, Token> tokens) {
        Map<Long, String> names = new HashMap<>();
        tokens.forEach((text, token) -> {
            Matcher matcher = NAMED.matcher(text);
            if (matcher.matches()) {
                names.merge(token.userId(), matcher.group(1), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        });
        return new Tokens(tokens, Map.copyOf(names));
    }

    public Optional<Token> find(String text) {
        return Optional.ofNullable(tokens.get(text));
    }

    /** What the user is called where personas are spoken of. */
    public String nameOf(long userId) {
        return names.getOrDefault(userId, "user-" + userId);
    }

    /** The same tokens, whose users are called so. */
    public Tokens called(Map<Long, String> otherNames) {
        return new Tokens(tokens, Map.copyOf(otherNames));
    }

    /** The user whom {@link #nameOf} calls so. */
    public Optional<Long> named(String name) {
        return tokens.values().stream()
                .map(Token::userId)
                .filter(user -> nameOf(user).equals(name))
                .findFirst();
    }

    /** All tokens by their text. */
    public Map<String, Token> all() {
        return tokens;
    }

    /** A token for each user's name, by ascending user id; of several tokens one of the site itself, and the first in the order of the alphabet. */
    public Map<String, String> byName() {
        Map<String, String> byName = new LinkedHashMap<>();
        tokens.entrySet().stream()
                .sorted(IN_ORDER.thenComparing(namedFirst()))
                .forEach(each -> byName.putIfAbsent(nameOf(each.getValue().userId()), each.getKey()));
        return byName;
    }

    private static Comparator<Map.Entry<String, Token>> namedFirst() {
        return Comparator.<Map.Entry<String, Token>, Boolean>comparing(
                        each -> !NAMED.matcher(each.getKey()).matches())
                .thenComparing(Map.Entry.comparingByKey());
    }

    /**
     * The tokens that an import leads to.
     *
     * @param other what it brings; nothing keeps these tokens as they are
     * @param besides whether these stay valid beside the others
     */
    public Tokens with(Map<String, Token> other, boolean besides) {
        if (other.isEmpty()) {
            return this;
        }
        Tokens brought = holding(other);
        Map<Long, String> called = new HashMap<>(brought.names);
        Map<String, Token> all = new HashMap<>(other);
        if (besides) {
            called.putAll(names);
            all.putAll(tokens);
        }
        return new Tokens(all, Map.copyOf(called));
    }

    /** The same with one token of the site itself for the user, which ends the others of that kind (rule AUTH-05). */
    public Tokens replaced(long userId, String text) {
        Map<String, Token> next = new HashMap<>(tokens);
        next.values().removeIf(each -> each.userId() == userId && each.grant().isEmpty());
        next.put(text, Token.of(userId));
        return new Tokens(next, names);
    }

    /** The same with one more; those of the sign-on end no others. */
    public Tokens and(String text, Token token) {
        Map<String, Token> next = new HashMap<>(tokens);
        next.put(text, token);
        return new Tokens(next, names);
    }

    /** Other texts for the same users: one for each user who has a token of the site itself, and one for each token of the sign-on. */
    public Tokens reissued(Function<Token, String> issue) {
        Map<String, Token> next = new HashMap<>();
        tokens.values().stream()
                .filter(each -> each.grant().isEmpty())
                .distinct()
                .forEach(each -> next.put(issue.apply(each), each));
        tokens.values().stream()
                .filter(each -> each.grant().isPresent())
                .forEach(each -> next.put(issue.apply(each), each));
        return new Tokens(next, names);
    }
}
