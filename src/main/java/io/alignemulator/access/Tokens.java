package io.alignemulator.access;

import io.alignemulator.world.Token;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tokens of a site and the users they belong to. Immutable. A token is opaque text: it is never split and never URL-decoded (rule AUTH-04). Users whose
 * fixture token ends in a word ({@code user:4|team-member}) are called by it; that name stays when the token is exchanged.
 *
 * <p>What a fixture set says its tokens are stays valid when they are exchanged for others, as long as nobody generates another one for the user: a call that names the sandbox by address comes
 * here with them (rule EMUL-45). They are no longer shown then.
 */
public final class Tokens {

    public static final Tokens NONE = new Tokens(Map.of(), Map.of(), Map.of());

    private static final Pattern NAMED = Pattern.compile("[^|]*\\|([a-z][a-z0-9-]*)");

    private final Map<String, Token> tokens;
    private final Map<Long, String> names;
    private final Map<String, Token> ofSet;

    private Tokens(Map<String, Token> tokens, Map<Long, String> names, Map<String, Token> ofSet) {
        this.tokens = Map.copyOf(tokens);
        this.names = names;
        this.ofSet = Map.copyOf(ofSet);
    }

    /** Tokens of a set by their text, with the id of the user. */
    public static Tokens of(Map<String, Long> users) {
        return holding(users.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Token.of(each.getValue()))));
    }

    /** Tokens of a set by their text. */
    public static Tokens holding(Map<String, Token> tokens) {
        return kept(tokens, names(tokens), tokens);
    }

    /**
     * Tokens as they were kept.
     *
     * @param all those that are shown
     * @param names what their users are called
     * @param ofSet those of a set
     */
    public static Tokens kept(Map<String, Token> all, Map<Long, String> names, Map<String, Token> ofSet) {
        return new Tokens(all, Map.copyOf(names), ofSet);
    }

    private static Map<Long, String> names(Map<String, Token> tokens) {
        Map<Long, String> names = new HashMap<>();
        tokens.forEach((text, token) -> {
            Matcher matcher = NAMED.matcher(text);
            if (matcher.matches()) {
                names.merge(token.userId(), matcher.group(1), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        });
        return names;
    }

    /** The token of that text, one of the set too. */
    public Optional<Token> find(String text) {
        return Optional.ofNullable(tokens.get(text)).or(() -> Optional.ofNullable(ofSet.get(text)));
    }

    /** What the user is called where personas are spoken of. */
    public String nameOf(long userId) {
        return names.getOrDefault(userId, "user-" + userId);
    }

    /** The user whom {@link #nameOf} calls so. */
    public Optional<Long> named(String name) {
        return tokens.values().stream()
                .map(Token::userId)
                .filter(user -> nameOf(user).equals(name))
                .findFirst();
    }

    /** All tokens by their text, but for those of the set that were exchanged for others. */
    public Map<String, Token> all() {
        return tokens;
    }

    /** What a set says its tokens are, as far as they are still valid. */
    public Map<String, Token> ofSet() {
        return ofSet;
    }

    /** Every text that signs somebody in. */
    public Set<String> texts() {
        return tokens.keySet().containsAll(ofSet.keySet())
                ? tokens.keySet()
                : Stream.of(tokens, ofSet)
                        .flatMap(each -> each.keySet().stream())
                        .collect(Collectors.toSet());
    }

    /** A token for each user's name, by ascending user id; of several tokens one of the site itself, and the first in the order of the alphabet. */
    public Map<String, String> byName() {
        Map<String, String> byName = new LinkedHashMap<>();
        tokens.entrySet().stream()
                .sorted(Tokens::inOrder)
                .forEach(each -> byName.putIfAbsent(nameOf(each.getValue().userId()), each.getKey()));
        return byName;
    }

    /** By hand: a comparator of the JDK's parts is put together when it is first used, and a start would wait for that. */
    private static int inOrder(Map.Entry<String, Token> one, Map.Entry<String, Token> other) {
        int order = Long.compare(one.getValue().userId(), other.getValue().userId());
        if (order == 0) {
            order = Boolean.compare(
                    one.getValue().grant().isPresent(), other.getValue().grant().isPresent());
        }
        if (order == 0) {
            order = Boolean.compare(isNamed(other.getKey()), isNamed(one.getKey()));
        }
        return order == 0 ? one.getKey().compareTo(other.getKey()) : order;
    }

    private static boolean isNamed(String token) {
        return NAMED.matcher(token).matches();
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
        Map<Long, String> called = names(other);
        Map<String, Token> all = new HashMap<>(other);
        Map<String, Token> lasting = new HashMap<>(other);
        if (besides) {
            called.putAll(names);
            all.putAll(tokens);
            lasting.putAll(ofSet);
        }
        return new Tokens(all, Map.copyOf(called), lasting);
    }

    /** The same with one token of the site itself for the user, which ends the others of that kind (rule AUTH-05). */
    public Tokens replaced(long userId, String text) {
        Map<String, Token> next = withoutTokensOf(userId, tokens);
        next.put(text, Token.of(userId));
        return new Tokens(next, names, withoutTokensOf(userId, ofSet));
    }

    private static Map<String, Token> withoutTokensOf(long userId, Map<String, Token> tokens) {
        Map<String, Token> left = new HashMap<>(tokens);
        left.values().removeIf(each -> each.userId() == userId && each.grant().isEmpty());
        return left;
    }

    /** The same with one more; those of the sign-on end no others. */
    public Tokens and(String text, Token token) {
        Map<String, Token> next = new HashMap<>(tokens);
        next.put(text, token);
        return new Tokens(next, names, ofSet);
    }

    /** Other texts for the same users: one for each user who has a token of the site itself, and one for each token of the sign-on. Those of the set stay valid beside them. */
    public Tokens reissued(Function<Token, String> issue) {
        Map<String, Token> next = new HashMap<>();
        tokens.values().stream()
                .filter(each -> each.grant().isEmpty())
                .distinct()
                .forEach(each -> next.put(issue.apply(each), each));
        tokens.values().stream()
                .filter(each -> each.grant().isPresent())
                .forEach(each -> next.put(issue.apply(each), each));
        return new Tokens(next, names, ofSet);
    }
}
