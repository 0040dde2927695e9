package io.alignemulator.http;

import io.alignemulator.access.Credential;
import io.alignemulator.settings.AddressRanges;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;

/** One call as it came in: a view of Javalin's context that hides what the pipeline need not know. */
final class Request {

    /** A path that a proxy took off. */
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]{1,100}){1,10}");

    /** What may stand in an address beside letters and digits; anything else would end up in the JSON of an answer. */
    private static final String MARKS = "._:[]-";

    /** No host's name is longer. */
    private static final int LONGEST_HOST = 300;

    private final Context context;
    private final AddressRanges trustedProxies;
    private final Credential credential;
    private final RequestBody body;

    /** The server's own view of the call; each question to the servlet's is a search. */
    private final ServletContextRequest received;

    private final String method;

    /** As sent, what stands before every path included. */
    private final String sentPath;

    private final String peer;
    private final boolean isForwarded;
    private final String basePath;

    /** @param basePath what stands before every path; empty for nothing */
    Request(Context context, AddressRanges trustedProxies, IncomingBodies bodies, String basePath) {
        this.basePath = basePath;
        this.context = context;
        this.received = ServletContextRequest.getServletContextRequest(context.req());
        this.method = received.getMethod();
        this.sentPath = context.req().getRequestURI();
        this.body = new RequestBody(context.req(), bodies);
        this.trustedProxies = trustedProxies;
        this.peer = context.req().getRemoteAddr();
        this.isForwarded = trustedProxies.contain(peer);
        this.credential = Credential.of(header("Authorization"));
    }

    String method() {
        return method;
    }

    /** What follows the base path, as sent: not decoded, its case and doubled slashes kept. */
    String path() {
        return isBelowBase() && !basePath.isEmpty() ? sentPath.substring(basePath.length()) : sentPath;
    }

    /** Whether the path begins with what stands before every path. */
    boolean isBelowBase() {
        return basePath.isEmpty()
                || sentPath.equals(basePath)
                || (sentPath.startsWith(basePath) && sentPath.charAt(basePath.length()) == '/');
    }

    /** As sent; empty when there is none. A bare number sign is part of it: the real server knows of no fragments. */
    String query() {
        String query = Objects.requireNonNullElse(context.req().getQueryString(), "");
        String fragment = received.getHttpURI().getFragment();
        return query.isEmpty() || fragment == null ? query : query + "#" + fragment;
    }

    /** The value of a header, empty when it is missing. */
    String header(String name) {
        return Objects.requireNonNullElse(received.getHeaders().get(name), "");
    }

    /** What the Authorization header carries. */
    Credential credential() {
        return credential;
    }

    /** All values of a header. */
    List<String> headers(String name) {
        return Collections.list(context.req().getHeaders(name));
    }

    /** The media type of the body in lower case, without parameters. */
    String mediaType() {
        return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** All headers as sent. */
    List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (HttpField field : received.getHeaders()) {
            headers.add(new Header(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
        }
        return headers;
    }

    /** A header; a name may stand several times. */
    record Header(String name, String value) {}

    /** What it carries. */
    RequestBody body() {
        return body;
    }

    /** Whether the client has gone: its connection is at its end, and it sent nothing more. */
    boolean isAbandoned() {
        Object transport =
                received.getConnectionMetaData().getConnection().getEndPoint().getTransport();
        return transport instanceof SocketChannel channel && Peers.hasGone(channel);
    }

    /** The address that a call counts for: the peer's, or behind a trusted proxy the last one in all lines of X-Forwarded-For that is no trusted proxy itself; the peer's again where that is no address. */
    String clientAddress() {
        if (!isForwarded) {
            return peer;
        }
        List<String> hops = new ArrayList<>();
        for (String line : Collections.list(context.req().getHeaders("X-Forwarded-For"))) {
            hops.addAll(Arrays.asList(line.split(",")));
        }
        Collections.reverse(hops);
        return hops.stream()
                .map(String::strip)
                .filter(hop -> !hop.isEmpty() && !trustedProxies.contain(hop))
                .findFirst()
                .flatMap(AddressRanges::address)
                .map(InetAddress::getHostAddress)
                .orElse(peer);
    }

    /** Scheme, host and what stands before every path, as the client used them. */
    String origin() {
        String scheme = isForwarded
                ? firstOf(header("X-Forwarded-Proto"), context.req().getScheme())
                : context.req().getScheme();
        String host = firstOf(header("Host"), "localhost");
        String called = isForwarded ? firstOf(header("X-Forwarded-Host"), host) : host;
        return isOrigin(scheme, called) ? scheme + "://" + called + prefix() : "http://localhost" + prefix();
    }

    private static boolean isOrigin(String scheme, String host) {
        boolean isWeb = scheme.equals("http") || scheme.equals("https");
        if (!isWeb || host.isEmpty() || host.length() > LONGEST_HOST) {
            return false;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!isDigit && !isLetter && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What stands before every path as the client sees it: what a trusted proxy took off, and the server's own. */
    String prefix() {
        if (!isForwarded) {
            return basePath;
        }
        String prefix = firstOf(header("X-Forwarded-Prefix"), "");
        String trimmed = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return PREFIX.matcher(trimmed).matches() ? trimmed + basePath : basePath;
    }

    /** Whether a trusted proxy passed it on. */
    boolean isForwarded() {
        return isForwarded;
    }

    private static String firstOf(String list, String fallback) {
        int comma = list.indexOf(',');
        String first = (comma < 0 ? list : list.substring(0, comma)).strip();
        return first.isEmpty() ? fallback : first;
    }
}
