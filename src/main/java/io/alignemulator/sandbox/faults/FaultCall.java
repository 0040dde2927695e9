package io.alignemulator.sandbox.faults;

import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.resource.address.Endpoints;
import java.util.List;
import java.util.Optional;

/**
 * A call as faults see it, before it is known whether the credential is good.
 *
 * @param parts of the path below the base: in lower case, the collection in the plural
 * @param endpoint the address that the path is one of; empty when the API has no such address
 * @param userId whose credential it is, active or not; empty for none or an unknown one
 * @param credential the token, opaque; empty when there is none
 */
public record FaultCall(
        String method, List<String> parts, Optional<Endpoint> endpoint, Optional<Long> userId, String credential) {

    public FaultCall {
        parts = List.copyOf(parts);
    }

    /** @param path below {@code /rest/align/api/2}, decoded; in any case, the collection in the singular or the plural */
    public static FaultCall of(
            Endpoints endpoints, String method, String path, Optional<Long> userId, String credential) {
        List<String> parts = endpoints.parts(path);
        return new FaultCall(method, parts, endpoints.find(parts), userId, credential);
    }

    /** The id in the path when it is the address of one record or of something below it. */
    Optional<String> recordId() {
        return endpoint.flatMap(there -> there.recordId(parts));
    }

    /** Without the credential, which belongs into no log. */
    @Override
    public String toString() {
        return method + " /" + String.join("/", parts);
    }
}
