package io.alignemulator.sandbox.journal;

import io.alignemulator.sandbox.journal.RecordedExchange.Header;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Takes credentials out of what the journal keeps: every token that the site knows or that looks like one of the real site, wherever it stands and however it is encoded, and
 * what stands under a name that says so. Of the call's own token the user stays if it was issued here.
 */
public final class Masking {

    /** Longest credential that a cut of a body may hit. */
    private static final int LONGEST = 4096;

    /** Bytes of a body that are looked at. */
    public static final int LOOKED = Body.LIMIT + LONGEST;

    /** Headers that nearly every call has and no client puts a credential into but as it is. */
    private static final Set<String> ORDINARY = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "connection",
            "content-length",
            "content-type",
            "host",
            "user-agent");

    private final Secrets secrets;
    private final Optional<Long> user;

    /**
     * @param token of the call, empty when it carries none
     * @param user whom the token was issued to; empty for a token of somewhere else
     * @param known the tokens that mean something here
     */
    Masking(String token, Optional<Long> user, Secrets known) {
        this.secrets = user.isPresent() ? known : known.and(Set.of(token));
        this.user = user;
    }

    public Header header(String name, String value) {
        if (name.equalsIgnoreCase("authorization")) {
            String scheme = value.contains(" ") ? value.substring(0, value.indexOf(' ')) : "";
            boolean isKnown = scheme.equalsIgnoreCase("bearer") || scheme.equalsIgnoreCase("basic");
            String whose = user.map(id -> "user:" + id + "|").orElse("");
            return new Header(name, isKnown ? scheme + " " + whose + Secrets.MASK : Secrets.MASK);
        }
        boolean secret = !ORDINARY.contains(name.toLowerCase(Locale.ROOT))
                && (Secrets.isNamed(name) || secrets.isEncoded(value));
        return new Header(name, secret ? Secrets.MASK : secrets.masked(value));
    }

    /** A text without credentials. */
    public String text(String text) {
        return secrets.masked(text);
    }

    /** A query without credentials. */
    public String query(String query) {
        return secrets.masked(NamedSecrets.withoutParameters(query));
    }

    /**
     * What is kept of the body of an answer, without credentials once somebody looks.
     *
     * @param begun its first {@link #LOOKED} bytes, or all
     * @param length of the whole, in bytes
     */
    public Body answered(byte[] begun, long length) {
        return Body.of(begun, length, LONGEST, kept -> masked(kept, secrets));
    }

    /** The same of one that was sent, and without what stands under names that say so. */
    public Body sent(byte[] body) {
        if (body.length == 0 || !Secrets.mayNameOne(looked(body))) {
            return answered(body, body.length);
        }
        Set<String> named = NamedSecrets.in(body);
        Secrets all = named.isEmpty() ? secrets : secrets.and(named);
        byte[] unnamed = named.isEmpty() ? bytes(NamedSecrets.withoutParameters(looked(body))) : body;
        return Body.of(unnamed, body.length, LONGEST, begun -> masked(begun, all));
    }

    private static byte[] masked(byte[] begun, Secrets secrets) {
        String text = looked(begun);
        String masked = secrets.maskedBytes(text);
        return masked.equals(text) ? begun : bytes(masked);
    }

    /** What begins before the cut is masked whole. */
    private static String looked(byte[] body) {
        return new String(body, 0, Math.min(body.length, LOOKED), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
