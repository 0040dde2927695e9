package io.alignemulator.http;

import io.alignemulator.access.Credential;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.settings.AddressRanges;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;

/** One call as it came in: a view of Javalin's context that hides what the pipeline need not know. */
final class Request {

    private static final byte[] NOTHING = {};

    /** Bytes of a body that is too long which are read all the same. */
    private static final long MOST_DRAINED = 100_000_000;

    /** Bytes of a body that nobody wanted which are read so that its client hears the answer. */
    private static final long MOST_SKIPPED = 1_000_000;

    /** What may stand in an address, which is no longer than a host's name can be; anything else would end up in the JSON of an answer. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9._:\\[\\]-]{1,300}");

    /** Bytes of a body that is read for the journal alone. */
    private static final int SHORT = 16 * 1024;

    private final Context context;
    private final AddressRanges trustedProxies;
    private final Credential credential;
    private boolean read;
    private byte[] known = NOTHING;

    Request(Context context, AddressRanges trustedProxies) {
        this.context = context;
        this.trustedProxies = trustedProxies;
        this.credential = Credential.of(header("Authorization"));
    }

    String method() {
        return context.req().getMethod();
    }

    /** As sent: not decoded, its case and doubled slashes kept. */
    String path() {
        return context.req().getRequestURI();
    }

    /** As sent; empty when there is none. A bare number sign is part of it: the real server knows of no fragments. */
    String query() {
        String query = Objects.requireNonNullElse(context.req().getQueryString(), "");
        String fragment = ServletContextRequest.getServletContextRequest(context.req())
                .getHttpURI()
                .getFragment();
        return query.isEmpty() || fragment == null ? query : query + "#" + fragment;
    }

    /** The value of a header, empty when it is missing. */
    String header(String name) {
        return Objects.requireNonNullElse(context.req().getHeader(name), "");
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
        for (String name : Collections.list(context.req().getHeaderNames())) {
            Collections.list(context.req().getHeaders(name)).forEach(value -> headers.add(new Header(name, value)));
        }
        return headers;
    }

    /** A header; a name may stand several times. */
    record Header(String name, String value) {}

    /** Reads what nobody has read, unless it is long or of unknown length; whether nothing is left that another call would have to follow. */
    boolean skipped() {
        long announced = context.req().getContentLengthLong();
        if (read || (announced <= 0 && header("Transfer-Encoding").isEmpty())) {
            return true;
        }
        if (announced <= 0 || announced > MOST_SKIPPED) {
            return false;
        }
        read = true;
        try (InputStream in = context.req().getInputStream()) {
            drain(in);
            return true;
        } catch (IOException | HttpException.RuntimeException e) {
            return false;
        }
    }

    /** The body as far as somebody has read it; a short one that nobody read is read now. */
    byte[] knownBody() {
        long announced = context.req().getContentLengthLong();
        if (!read && announced > 0 && announced <= SHORT) {
            try {
                body(SHORT);
            } catch (ErrorResponse cut) {
                return known;
            }
        }
        return known;
    }

    /**
     * The body; empty when it is longer than the limit.
     *
     * @throws ErrorResponse when the client sends less than it announced, or no HTTP
     */
    Optional<byte[]> body(int limit) {
        if (read) {
            return known.length > limit ? Optional.empty() : Optional.of(known);
        }
        read = true;
        Optional<byte[]> body = readBody(limit);
        known = body.orElse(NOTHING);
        return body;
    }

    private Optional<byte[]> readBody(int limit) {
        try (InputStream in = context.req().getInputStream()) {
            boolean tooLong = context.req().getContentLengthLong() > limit;
            byte[] body = tooLong ? NOTHING : in.readNBytes((int) Math.min(limit + 1L, Integer.MAX_VALUE));
            if (tooLong || body.length > limit) {
                drain(in);
                return Optional.empty();
            }
            return Optional.of(body);
        } catch (IOException | HttpException.RuntimeException e) {
            throw ErrorResponse.brokenBody();
        }
    }

    /** A client that is still sending when the connection closes never reads the answer. */
    private static void drain(InputStream in) throws IOException {
        byte[] block = new byte[64 * 1024];
        long drained = 0;
        for (int read = in.read(block); read >= 0 && drained < MOST_DRAINED; read = in.read(block)) {
            drained += read;
        }
    }

    /** Whether the client has gone: its connection is at its end, and it sent nothing more. */
    boolean isAbandoned() {
        Object transport = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .getTransport();
        return transport instanceof SocketChannel channel && Peers.hasGone(channel);
    }

    /** The address that a call counts for: the peer's, or behind a trusted proxy the last one in all lines of X-Forwarded-For that is no trusted proxy itself; the peer's again where that is no address. */
    String clientAddress() {
        String peer = AddressRanges.address(context.req().getRemoteAddr())
                .map(InetAddress::getHostAddress)
                .orElse(context.req().getRemoteAddr());
        if (!isTrusted(peer)) {
            return peer;
        }
        List<String> hops = new ArrayList<>();
        for (String line : Collections.list(context.req().getHeaders("X-Forwarded-For"))) {
            hops.addAll(Arrays.asList(line.split(",")));
        }
        Collections.reverse(hops);
        return hops.stream()
                .map(String::strip)
                .filter(hop -> !hop.isEmpty() && !isTrusted(hop))
                .findFirst()
                .flatMap(AddressRanges::address)
                .map(InetAddress::getHostAddress)
                .orElse(peer);
    }

    /** Scheme and host as the client used them. */
    String origin() {
        boolean forwarded = isForwarded();
        String scheme = forwarded
                ? firstOf(header("X-Forwarded-Proto"), context.req().getScheme())
                : context.req().getScheme();
        String host = firstOf(header("Host"), "localhost");
        String origin = scheme + "://" + (forwarded ? firstOf(header("X-Forwarded-Host"), host) : host);
        return ORIGIN.matcher(origin).matches() ? origin : "http://localhost";
    }

    /** Whether a trusted proxy passed it on. */
    boolean isForwarded() {
        return isTrusted(context.req().getRemoteAddr());
    }

    private boolean isTrusted(String address) {
        return AddressRanges.address(address).filter(trustedProxies::contain).isPresent();
    }

    private static String firstOf(String list, String fallback) {
        String first = list.split(",", 2)[0].strip();
        return first.isEmpty() ? fallback : first;
    }
}
