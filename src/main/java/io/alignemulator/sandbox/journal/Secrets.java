package io.alignemulator.sandbox.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials in texts: tokens that are known, and whatever has the form of a token of the real site; as they are, percent-encoded, as JSON escapes them, and several of
 * these at once. Texts are compared as bytes of UTF-8.
 */
final class Secrets {

    /** What stands for a credential. */
    static final String MASK = "***";

    /** Shorter texts are no credentials: masking them would mask everything. */
    private static final int SHORTEST = 3;

    /** Of the words below. */
    private static final int SHORTEST_NAME = 5;

    private static final int SHORTEST_BASE64 = 12;

    private static final int LETTERS_OF_A_START = 4;

    private static final Pattern FORM =
            Pattern.compile("user:[0-9]{1,10}\\|(?:\\\\.|[^\\s\"\\\\]){1,512}|ATATT3[A-Za-z0-9_=-]{16,512}");

    private static final int LETTERS = 26;

    /** What names of credentials contain, by the number of their first letter: every body that is kept is searched for them. */
    private static final List<List<String>> NAMES = byLetter(List.of(
            "token",
            "secret",
            "authorization",
            "password",
            "passwd",
            "credential",
            "cookie",
            "apikey",
            "api-key",
            "api_key",
            "accesskey",
            "access-key",
            "access_key",
            "privatekey",
            "private-key",
            "private_key"));

    /** By their first letters; the longest first, for one may be the beginning of another. */
    private final Map<String, List<String>> tokens = new TreeMap<>();

    private final @Nullable Secrets more;

    /** @param known tokens, whatever their form */
    Secrets(Collection<String> known) {
        this(known, null);
    }

    private static List<List<String>> byLetter(List<String> names) {
        return IntStream.range(0, LETTERS)
                .mapToObj(letter -> names.stream()
                        .filter(name -> name.charAt(0) - 'a' == letter)
                        .toList())
                .toList();
    }

    /** Some more, which few texts are asked for. */
    Secrets and(Collection<String> others) {
        return new Secrets(others, this);
    }

    private Secrets(Collection<String> known, @Nullable Secrets more) {
        this.more = more;
        known.stream()
                .filter(each -> each.length() >= SHORTEST)
                .map(Secrets::bytes)
                .flatMap(each -> Stream.of(each, inJson(each)))
                .distinct()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .forEach(each -> tokens.computeIfAbsent(start(each), s -> new ArrayList<>())
                        .add(each));
    }

    /** Whether what a header, a parameter or a member of that name holds is a credential. */
    static boolean isNamed(String name) {
        return name.length() >= SHORTEST_NAME && !name.startsWith("$") && mayNameOne(name);
    }

    /** Whether such a name may stand in a text. */
    static boolean mayNameOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            int letter = (text.charAt(i) | 0x20) - 'a';
            if (letter >= 0 && letter < LETTERS && standsAt(text, i, NAMES.get(letter))) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAt(String text, int at, List<String> names) {
        for (int i = 0; i < names.size() && at + 1 < text.length(); i++) {
            String name = names.get(i);
            if ((text.charAt(at + 1) | 0x20) == name.charAt(1)
                    && text.regionMatches(true, at, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    /** The text without credentials. */
    String masked(String text) {
        String bytes = bytes(text);
        String masked = maskedBytes(bytes);
        return masked.equals(bytes)
                ? text
                : new String(masked.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The same for a text that has a byte of UTF-8 a character. */
    String maskedBytes(String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (!Unwrapped.isWrapped(text)) {
            return covered(text, find(text));
        }
        List<Span> spans = new ArrayList<>();
        for (Unwrapped form : Unwrapped.all(text)) {
            find(form.text())
                    .forEach(each -> spans.add(new Span(form.starts()[each.from()], form.starts()[each.to()])));
        }
        return covered(text, spans);
    }

    /** Whether one of the words of a text is a credential in Base64. */
    boolean isEncoded(String text) {
        for (String word : text.split("[^A-Za-z0-9+/=_-]+")) {
            if (word.length() >= SHORTEST_BASE64 && !find(decoded(word)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String word) {
        String standard = word.replace('-', '+').replace('_', '/').replace("=", "");
        try {
            return new String(Base64.getDecoder().decode(standard), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private record Span(int from, int to) {}

    private List<Span> find(String text) {
        List<Span> spans = new ArrayList<>(0);
        for (Secrets secrets = this; secrets != null; secrets = secrets.more) {
            secrets.findKnown(text, spans);
        }
        if (text.contains("user:") || text.contains("ATATT3")) {
            Set<Integer> found = spans.stream().map(Span::from).collect(Collectors.toSet());
            FORM.matcher(text)
                    .results()
                    .filter(each -> !found.contains(each.start()))
                    .forEach(each -> spans.add(new Span(each.start(), each.end())));
        }
        return spans;
    }

    private void findKnown(String text, List<Span> spans) {
        for (Map.Entry<String, List<String>> each : tokens.entrySet()) {
            for (int at = text.indexOf(each.getKey()); at >= 0; at = text.indexOf(each.getKey(), at + 1)) {
                for (String token : each.getValue()) {
                    if (text.startsWith(token, at)) {
                        spans.add(new Span(at, at + token.length()));
                        break;
                    }
                }
            }
        }
    }

    /** The text with a mask where the spans are. */
    private static String covered(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int done = 0;
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
            if (span.from() >= done) {
                masked.append(text, done, span.from()).append(MASK);
            }
            done = Math.max(done, span.to());
        }
        return masked.append(text, done, text.length()).toString();
    }

    private static String start(String token) {
        return token.substring(0, Math.min(LETTERS_OF_A_START, token.length()));
    }

    private static String inJson(String token) {
        return token.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String bytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }
}
