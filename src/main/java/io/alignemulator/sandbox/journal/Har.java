package io.alignemulator.sandbox.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.resource.call.Parameters.Pair;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.sandbox.journal.RecordedExchange.Header;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The journal as an HTTP archive (HAR 1.2), which browsers and proxies read; its keys are what the components are called. */
public record Har(Log log) {

    record Log(String version, Creator creator, List<Entry> entries) {}

    record Creator(String name, String version) {}

    record Entry(
            Instant startedDateTime,
            long time,
            Request request,
            Response response,
            Cache cache,
            Timings timings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String comment) {}

    record Request(
            String method,
            String url,
            String httpVersion,
            List<String> cookies,
            List<Header> headers,
            long headersSize,
            long bodySize,
            List<Pair> queryString,
            Optional<PostData> postData) {}

    record PostData(String mimeType, String text) {}

    record Response(
            int status,
            String statusText,
            String httpVersion,
            List<String> cookies,
            List<Header> headers,
            long headersSize,
            long bodySize,
            Content content,
            String redirectURL) {}

    record Content(long size, String mimeType, String text, Optional<String> encoding) {}

    record Cache() {}

    record Timings(long send, @JsonProperty("wait") long waiting, long receive) {}

    /**
     * The archive.
     *
     * @param origin scheme and host of the emulator
     * @param version of the emulator
     */
    public static Har of(List<RecordedExchange> exchanges, String origin, String version) {
        List<Entry> entries =
                exchanges.stream().map(exchange -> entry(exchange, origin)).toList();
        return new Har(new Log("1.2", new Creator("jira-align-emulator", version), entries));
    }

    private static Entry entry(RecordedExchange exchange, String origin) {
        long millis = exchange.duration().toMillis();
        return new Entry(
                exchange.time(),
                millis,
                request(exchange.request(), origin),
                response(exchange.response()),
                new Cache(),
                new Timings(0, millis, 0),
                exchange.fault());
    }

    private static Request request(RecordedExchange.Request request, String origin) {
        Body body = request.body();
        return new Request(
                request.method(),
                origin + request.target(),
                "HTTP/1.1",
                List.of(),
                request.headers(),
                -1,
                body.length(),
                QueryString.parse(request.query()).pairs(),
                body.length() == 0
                        ? Optional.empty()
                        : Optional.of(new PostData(
                                contentType(request.headers()), body.text().orElse(""))));
    }

    private static Response response(RecordedExchange.Response response) {
        Body body = response.body();
        Optional<String> text = body.text();
        return new Response(
                response.status(),
                "",
                "HTTP/1.1",
                List.of(),
                response.headers(),
                -1,
                body.length(),
                new Content(
                        body.length(),
                        contentType(response.headers()),
                        text.orElseGet(() -> Base64.getEncoder().encodeToString(body.kept())),
                        text.isPresent() ? Optional.empty() : Optional.of("base64")),
                "");
    }

    private static String contentType(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
