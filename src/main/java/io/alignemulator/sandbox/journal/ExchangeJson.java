package io.alignemulator.sandbox.journal;

import io.alignemulator.catalogue.Json;
import io.alignemulator.sandbox.journal.Exchange.Header;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges as JSON. */
public final class ExchangeJson {

    private ExchangeJson() {}

    public static ObjectNode of(Exchange exchange) {
        ObjectNode json = Json.object()
                .put("number", exchange.number())
                .put("time", exchange.time().toString())
                .put("duration", exchange.duration().toString())
                .put("sandbox", exchange.sandbox());
        exchange.user()
                .ifPresent(user -> json.putObject("user").put("id", user.id()).put("persona", user.persona()));
        ObjectNode request = json.putObject("request")
                .put("method", exchange.request().method())
                .put("path", exchange.request().path())
                .put("query", exchange.request().query());
        request.set("headers", headers(exchange.request().headers()));
        body(request, exchange.request().body());
        ObjectNode response =
                json.putObject("response").put("status", exchange.response().status());
        response.set("headers", headers(exchange.response().headers()));
        body(response, exchange.response().body());
        exchange.rules().forEach(json.putArray("rules")::add);
        exchange.ignored().forEach(json.putArray("ignored")::add);
        return exchange.fault().isEmpty() ? json : json.put("fault", exchange.fault());
    }

    private static ArrayNode headers(List<Header> headers) {
        ArrayNode array = Json.array();
        headers.forEach(header -> array.addObject().put("name", header.name()).put("value", header.value()));
        return array;
    }

    /** JSON as JSON where it is whole, other text as text, anything else in Base64. */
    private static void body(ObjectNode json, Body body) {
        if (body.length() == 0) {
            return;
        }
        json.put("bodyLength", body.length());
        if (body.isTruncated()) {
            json.put("bodyTruncated", true);
        }
        Optional<String> text = body.text();
        if (text.isEmpty()) {
            json.put("bodyBase64", Base64.getEncoder().encodeToString(body.kept()));
        } else {
            json.set("body", body.isTruncated() ? Json.text(text.get()) : parsed(text.get()));
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return Json.text(text);
        }
    }

    /** As a server-sent event: id, name and the JSON on one line. */
    public static String event(Exchange exchange) {
        return "id: " + exchange.number() + "\nevent: exchange\ndata: " + of(exchange) + "\n\n";
    }
}
