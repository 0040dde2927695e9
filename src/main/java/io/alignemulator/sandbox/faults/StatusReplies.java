package io.alignemulator.sandbox.faults;

import io.alignemulator.catalogue.Noun;
import io.alignemulator.resource.address.Endpoint;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies that belong to a status (rules ERRS-01 and following), made for one call; what is inferred says so at
 * {@link io.alignemulator.protocol.faults.Effect.Status} and {@link io.alignemulator.protocol.faults.Effect.ProxyPage}.
 */
final class StatusReplies {

    /** Always the same one, for a fault answers the same at every run. */
    private static final String TRACE_ID = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private StatusReplies() {}

    static Response of(int code, FaultCall call) {
        return switch (code) {
            case 400 -> call.method().equals("GET") ? sentence(400, call) : problem();
            case 401 -> ErrorResponse.unauthorized("fault").reply();
            case 404 -> notFound(call);
            case 405 -> ErrorResponse.wrongVerb(allow(call)).reply();
            case 429 -> ErrorResponse.tooManyCalls().reply();
            case 502, 504 -> page(code);
            case 503 -> applicationDown();
            default -> Response.empty(code);
        };
    }

    /** Only the address of a record names something that can be missing. */
    private static Response notFound(FaultCall call) {
        return call.recordId()
                .flatMap(id -> call.endpoint()
                        .map(endpoint -> Response.text(
                                404, "Cannot get " + endpoint.resource().noun().one() + " with id " + id + ".")))
                .orElse(Response.empty(404));
    }

    private static Response sentence(int code, FaultCall call) {
        return call.endpoint()
                .map(endpoint -> Response.text(code, attempt(call, endpoint) + " Value for id is invalid."))
                .orElse(Response.empty(code));
    }

    private static String attempt(FaultCall call, Endpoint endpoint) {
        Noun noun = endpoint.resource().noun();
        return endpoint.kind() == Endpoint.Kind.COLLECTION
                ? "Cannot find " + noun.many() + "."
                : "Cannot get " + noun.one()
                        + call.recordId().map(id -> " with id " + id).orElse("") + ".";
    }

    private static Response problem() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://tools.ietf.org/html/rfc9110#section-15.5.1");
        problem.put("title", "One or more validation errors occurred.");
        problem.put("status", 400);
        problem.put("traceId", TRACE_ID);
        problem.put("errors", Map.of("$", List.of("The body is not JSON.")));
        return new Response(400, Response.PROBLEM, JsonMapper.shared().writeValueAsBytes(problem), Map.of());
    }

    /** Without the method that is refused. */
    private static String allow(FaultCall call) {
        return call.endpoint().stream()
                .flatMap(endpoint -> endpoint.methods().stream())
                .filter(method -> !method.equals(call.method()))
                .collect(Collectors.joining(", "));
    }

    private static Response applicationDown() {
        return html(503, "text/html; charset=us-ascii", """
                <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN""http://www.w3.org/TR/html4/strict.dtd">
                <HTML><HEAD><TITLE>Service Unavailable</TITLE>
                <META HTTP-EQUIV="Content-Type" Content="text/html; charset=us-ascii"></HEAD>
                <BODY><h2>Service Unavailable</h2>
                <hr><p>HTTP Error 503. The service is unavailable.</p>
                </BODY></HTML>
                """);
    }

    /** The error page of a proxy. */
    static Response page(int code) {
        String title = code + phrase(code).map(phrase -> " " + phrase).orElse("");
        return html(code, "text/html", """
                <html>
                <head><title>%1$s</title></head>
                <body>
                <center><h1>%1$s</h1></center>
                <hr><center>proxy</center>
                </body>
                </html>
                """.formatted(title));
    }

    private static Optional<String> phrase(int code) {
        return switch (code) {
            case 400 -> Optional.of("Bad Request");
            case 401 -> Optional.of("Authorization Required");
            case 403 -> Optional.of("Forbidden");
            case 404 -> Optional.of("Not Found");
            case 407 -> Optional.of("Proxy Authentication Required");
            case 408 -> Optional.of("Request Time-out");
            case 413 -> Optional.of("Request Entity Too Large");
            case 414 -> Optional.of("Request-URI Too Large");
            case 429 -> Optional.of("Too Many Requests");
            case 500 -> Optional.of("Internal Server Error");
            case 502 -> Optional.of("Bad Gateway");
            case 503 -> Optional.of("Service Temporarily Unavailable");
            case 504 -> Optional.of("Gateway Time-out");
            default -> Optional.empty();
        };
    }

    private static Response html(int code, String type, String page) {
        return new Response(code, type, page.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
