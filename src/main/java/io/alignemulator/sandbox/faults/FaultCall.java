package io.alignemulator.sandbox.faults;

import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.sandbox.calls.SeenCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A call as faults see it, before it is known whether the credential is good.
 *
 * @param parts of the path below the base: in lower case, the collection in the plural
 * @param endpoint the address that the path is one of; empty when the API has no such address
 * @param userId whose credential it is, active or not; empty for none or an unknown one
 * @param credential the token, opaque; empty when there is none
 */
public record FaultCall(
        Sent sent, List<String> parts, Optional<Endpoint> endpoint, Optional<Long> userId, String credential)
        implements SeenCall {

    /**
     * What came in.
     *
     * @param headers gives the values of a header
     * @param body asked for when a fault goes by it
     */
    public record Sent(
            String method,
            String path,
            String query,
            Function<String, List<String>> headers,
            Supplier<byte[]> body,
            Instant time) {}

    public FaultCall {
        parts = List.copyOf(parts);
    }

    /** A call with the credential of a user, or of none. */
    public static FaultCall of(Endpoints endpoints, Sent sent, Optional<Long> userId, String credential) {
        List<String> parts = endpoints.parts(QueryString.decode(CallFilter.below(sent.path()), false));
        return new FaultCall(sent, parts, endpoints.find(parts), userId, credential);
    }

    @Override
    public String method() {
        return sent.method();
    }

    @Override
    public String path() {
        return sent.path();
    }

    @Override
    public String query() {
        return sent.query();
    }

    @Override
    public List<String> header(String name) {
        return sent.headers().apply(name);
    }

    @Override
    public Optional<String> bodyText() {
        byte[] body = sent.body().get();
        return body.length == 0 ? Optional.empty() : Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    /** Faults know personas by their ids. */
    @Override
    public String persona() {
        return userId.map(id -> Long.toString(id)).orElse("nobody");
    }

    @Override
    public Instant time() {
        return sent.time();
    }

    /** The id in the path when it is the address of one record or of something below it. */
    Optional<String> recordId() {
        return endpoint.flatMap(there -> there.recordId(parts));
    }

    /** Without the credential, which belongs into no log. */
    @Override
    public String toString() {
        return method() + " /" + String.join("/", parts);
    }
}
