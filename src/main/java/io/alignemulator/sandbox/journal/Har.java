package io.alignemulator.sandbox.journal;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.sandbox.journal.Exchange.Header;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The journal as an HTTP archive (HAR 1.2), which browsers and proxies read. */
public final class Har {

    private Har() {}

    /**
     * The archive.
     *
     * @param origin scheme and host of the emulator
     * @param version of the emulator
     */
    public static ObjectNode of(List<Exchange> exchanges, String origin, String version) {
        ObjectNode archive = Json.object();
        ObjectNode log = archive.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "jira-align-emulator").put("version", version);
        ArrayNode entries = log.putArray("entries");
        exchanges.forEach(exchange -> entries.add(entry(exchange, origin)));
        return archive;
    }

    private static ObjectNode entry(Exchange exchange, String origin) {
        long millis = exchange.duration().toMillis();
        ObjectNode entry =
                Json.object().put("startedDateTime", exchange.time().toString()).put("time", millis);
        entry.set("request", request(exchange.request(), origin));
        entry.set("response", response(exchange.response()));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        return exchange.fault().isEmpty() ? entry : entry.put("comment", exchange.fault());
    }

    private static ObjectNode request(Exchange.Request request, String origin) {
        ObjectNode json = Json.object()
                .put("method", request.method())
                .put("url", origin + request.target())
                .put("httpVersion", "HTTP/1.1");
        common(json, request.headers(), request.body());
        ArrayNode query = json.putArray("queryString");
        QueryString.parse(request.query())
                .pairs()
                .forEach(pair -> query.addObject().put("name", pair.name()).put("value", pair.value()));
        if (request.body().length() > 0) {
            json.putObject("postData")
                    .put("mimeType", contentType(request.headers()))
                    .put("text", request.body().text().orElse(""));
        }
        return json;
    }

    private static ObjectNode response(Exchange.Response response) {
        ObjectNode json = Json.object()
                .put("status", response.status())
                .put("statusText", "")
                .put("httpVersion", "HTTP/1.1");
        common(json, response.headers(), response.body());
        ObjectNode content = json.putObject("content")
                .put("size", response.body().length())
                .put("mimeType", contentType(response.headers()));
        Optional<String> text = response.body().text();
        if (text.isPresent()) {
            content.put("text", text.get());
        } else {
            content.put(
                            "text",
                            Base64.getEncoder().encodeToString(response.body().kept()))
                    .put("encoding", "base64");
        }
        return json.put("redirectURL", "");
    }

    private static void common(ObjectNode json, List<Header> headers, Body body) {
        json.putArray("cookies");
        ArrayNode array = json.putArray("headers");
        headers.forEach(header -> array.addObject().put("name", header.name()).put("value", header.value()));
        json.put("headersSize", -1).put("bodySize", body.length());
    }

    private static String contentType(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
