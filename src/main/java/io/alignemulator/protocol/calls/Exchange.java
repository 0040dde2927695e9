package io.alignemulator.protocol.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One call of the REST API and its answer, as the journal tells it: credentials are masked. */
@Doc("One call of the REST API and its answer; credentials are masked")
public record Exchange(
        @Doc("Counts from 1 in the order in which answers were ready")
        long number,

        @Doc("When the call came in, by the clock of the site")
        Instant time,

        @Doc("Until the answer was ready, by the clock of the site")
        Duration duration,

        @Doc("Name of the sandbox") String sandbox,

        @Doc("Whose token the call carried; left out when it is nobody's")
        Optional<User> user,

        @Doc("What was asked") Request request,
        @Doc("What was answered") Response response,
        @Doc("Rules that acted on the call") List<String> rules,

        @Doc("JSON pointers of the fields that were sent and did nothing")
        List<String> ignored,

        @Doc(
                "Rules that were followed and may surprise: what was sent was read more leniently, or otherwise, than it looks")
        List<String> notes,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Doc("What went wrong on purpose; left out for nothing")
        String fault) {

    public Exchange {
        rules = Limits.list(rules);
        ignored = Limits.list(ignored);
        notes = Limits.list(notes);
        fault = fault == null ? "" : fault;
    }

    /** A user whose token a call carries. */
    @Doc("A user whose token a call carries")
    public record User(
            @Doc("Id of the user") long id,
            @Doc("What fixtures call the user") String persona) {}

    /** A header; a name may stand several times. */
    @Doc("A header; a name may stand several times")
    public record Header(
            @Doc("As sent") String name,
            @Doc("Masked where it is a credential") String value) {}

    /**
     * What was asked.
     *
     * @param body JSON as maps, lists and scalars where it is whole, else a text; null for none and for what is no text
     */
    @Doc("What was asked")
    public record Request(
            @Doc("As sent") String method,
            @Doc("As sent, not decoded") String path,
            @Doc("As sent, without the question mark") String query,
            @Doc("In their order") List<Header> headers,
            @Doc("Bytes of the body; left out for none") OptionalLong bodyLength,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) @Doc("Whether the journal keeps the beginning only")
            boolean bodyTruncated,

            @Doc("JSON as JSON where it is whole, other text as text") @Nullable
            Object body,

            @Doc("A body that is no text, in Base64") Optional<String> bodyBase64) {

        public Request {
            headers = Limits.list(headers);
        }

        /** Path and query. */
        public String target() {
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    /**
     * What was answered.
     *
     * @param status 0 when the connection was closed instead
     * @param body JSON as maps, lists and scalars where it is whole, else a text; null for none and for what is no text
     */
    @Doc("What was answered")
    public record Response(
            @Doc("0 when the connection was closed instead") int status,
            @Doc("In their order") List<Header> headers,
            @Doc("Bytes of the body; left out for none") OptionalLong bodyLength,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) @Doc("Whether the journal keeps the beginning only")
            boolean bodyTruncated,

            @Doc("JSON as JSON where it is whole, other text as text") @Nullable
            Object body,

            @Doc("A body that is no text, in Base64") Optional<String> bodyBase64,

            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Doc("Ids of the records of a list, in their order, where the journal keeps the beginning of the body only")
            List<Long> ids) {

        public Response {
            headers = Limits.list(headers);
            ids = Limits.list(ids);
        }
    }

    /** Exchanges of the journal. */
    @Doc("Exchanges of the journal")
    public record Page(
            @Doc("Calls since the beginning or the last clearing")
            long total,

            @Doc("How many of them are no longer kept") long dropped,

            @Doc("How many that are kept meet the conditions")
            long matched,

            @Doc("Those of the page") List<Exchange> requests) {

        public Page {
            requests = Limits.list(requests);
        }
    }
}
