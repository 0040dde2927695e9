package io.alignemulator.drift;

import io.alignemulator.wording.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked, and with which credential.
 *
 * @param site scheme, host and port, without a slash at the end
 * @param authorization value of the header Authorization
 * @param only collections to look at, in lower case; all while empty
 * @param program where one record may be created; empty when nothing may be written
 */
public record DriftOptions(URI site, String authorization, Set<String> only, OptionalLong program) {

    private static final String ADDRESS = "an address such as https://<site>.jiraalign.com";

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public DriftOptions {
        only = only.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Everything of a site, and nothing is written.
     *
     * @param url as somebody types it; a path is left out
     * @param email whose Atlassian API token it is, sent with Basic; empty for a token of the site
     * @throws IllegalArgumentException for an address that would carry the token in the clear, and for one that is none
     */
    public static DriftOptions reading(String url, String token, String email) {
        URI given = address(url.strip());
        String host = given.getHost();
        if (host == null || !given.isAbsolute()) {
            throw refused(url, Reason.not(ADDRESS));
        }
        if (!given.getScheme().equals("https") && !OWN_MACHINE.contains(host)) {
            throw refused(url, Reason.notTaken("without https", "the token would be sent in the clear"));
        }
        URI site = URI.create(given.getScheme() + "://" + host + (given.getPort() < 0 ? "" : ":" + given.getPort()));
        String basic = Base64.getEncoder().encodeToString((email + ":" + token).getBytes(StandardCharsets.UTF_8));
        return new DriftOptions(
                site, email.isEmpty() ? "Bearer " + token : "Basic " + basic, Set.of(), OptionalLong.empty());
    }

    private static URI address(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw refused(url, Reason.not(ADDRESS).because(e.getReason()));
        }
    }

    private static IllegalArgumentException refused(String url, Reason refusal) {
        return new IllegalArgumentException(refusal.of("--url", "'" + url + "'"));
    }

    /** The same, but for these collections only. */
    public DriftOptions only(Set<String> collections) {
        return new DriftOptions(site, authorization, collections, program);
    }

    /** The same, and one record is created in that program, changed and taken away again. */
    public DriftOptions writing(long inProgram) {
        return new DriftOptions(site, authorization, only, OptionalLong.of(inProgram));
    }

    /** The credential stays where it is. */
    @Override
    public String toString() {
        return "drift of a site";
    }
}
