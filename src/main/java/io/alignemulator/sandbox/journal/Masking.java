package io.alignemulator.sandbox.journal;

import io.alignemulator.sandbox.journal.Exchange.Header;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes credentials out of what the journal keeps. Of a token that was issued here the user stays, of any other nothing does. */
public final class Masking {

    private static final String MASK = "***";

    private static final Set<String> SECRET = Set.of("cookie", "set-cookie", "proxy-authorization", "x-control-token");

    private final String token;
    private final Optional<Long> user;

    /**
     * @param token of the call, empty when it carries none
     * @param user whom the token was issued to; empty for a token of somewhere else
     */
    public Masking(String token, Optional<Long> user) {
        this.token = token;
        this.user = user;
    }

    public Header header(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("authorization")) {
            String scheme = value.contains(" ") ? value.substring(0, value.indexOf(' ')) : "";
            boolean known = Set.of("bearer", "basic").contains(scheme.toLowerCase(Locale.ROOT));
            String whose = user.map(id -> "user:" + id + "|").orElse("");
            return new Header(name, known ? scheme + " " + whose + MASK : MASK);
        }
        return new Header(name, SECRET.contains(lower) ? MASK : text(value));
    }

    /** A text without the call's own token, written plainly or percent-encoded. */
    public String text(String text) {
        if (token.length() < 3 || text.isEmpty()) {
            return text;
        }
        String plain = text.contains(token) ? text.replace(token, MASK) : text;
        return plain.indexOf('%') >= 0 && decoded(plain).contains(token) ? MASK : plain;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** What is kept of a body, without the call's own token, plain or as it stands in JSON. */
    public Body body(byte[] body) {
        if (token.length() < 3 || body.length == 0) {
            return Body.of(body);
        }
        String escaped = token.replace("\\", "\\\\").replace("\"", "\\\"");
        // What begins before the cut is masked whole.
        int looked = Math.min(body.length, Body.LIMIT + escaped.length());
        String text = new String(body, 0, looked, StandardCharsets.ISO_8859_1);
        if (!text.contains(token) && !text.contains(escaped)) {
            return Body.of(body);
        }
        byte[] masked = text.replace(token, MASK).replace(escaped, MASK).getBytes(StandardCharsets.ISO_8859_1);
        return new Body(Arrays.copyOf(masked, Math.min(masked.length, Body.LIMIT)), body.length);
    }
}
