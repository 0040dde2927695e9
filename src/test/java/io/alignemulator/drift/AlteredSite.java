package io.alignemulator.drift;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stands in front of an emulator and changes what it answers; to a client it is a site that differs. */
final class AlteredSite implements AutoCloseable {

    static {
        // else each answer waits for an acknowledgement of its headers; a build sets it before any other server
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Set<String> OF_THE_WIRE = Set.of("content-length", "connection", "transfer-encoding", "date");

    /**
     * An answer on its way.
     *
     * @param call method, path and query as they came, decoded
     */
    record Passing(String call, int status, Map<String, String> headers, String body) {

        Passing status(int other) {
            return new Passing(call, other, headers, body);
        }

        Passing body(String other) {
            return new Passing(call, status, headers, other);
        }

        Passing header(String name, String value) {
            Map<String, String> all = new TreeMap<>(headers);
            all.put(name, value);
            return new Passing(call, status, all, body);
        }

        Passing without(String header) {
            Map<String, String> all = new TreeMap<>(headers);
            all.remove(header);
            return new Passing(call, status, all, body);
        }

        /** Whether it asks for this collection or a record of it. */
        boolean asksFor(String collection) {
            return call.matches("(?i)GET /+rest/align/api/2/" + collection + "([/?].*)?");
        }

        /** With every record changed. */
        Passing records(UnaryOperator<ObjectNode> change) {
            if (status != 200 || !headers.getOrDefault("content-type", "").contains("json")) {
                return this;
            }
            JsonNode json = JsonMapper.shared().readTree(body);
            if (json instanceof ObjectNode record) {
                return body(change.apply(record).toString());
            }
            ArrayNode all = JsonMapper.shared().createArrayNode();
            json.forEach(each -> all.add(change.apply((ObjectNode) each)));
            return body(all.toString());
        }

        /** With at most so many records. */
        Passing page(int rows) {
            if (!body.startsWith("[")) {
                return this;
            }
            ArrayNode all = JsonMapper.shared().createArrayNode();
            JsonMapper.shared().readTree(body).valueStream().limit(rows).forEach(all::add);
            return body(all.toString());
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final URI behind;
    private final UnaryOperator<Passing> alteration;

    private AlteredSite(URI behind, UnaryOperator<Passing> alteration) throws IOException {
        this.behind = behind;
        this.alteration = alteration;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    static AlteredSite of(URI behind, UnaryOperator<Passing> alteration) {
        try {
            return new AlteredSite(behind, alteration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Every call: method, path and query. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String raw = exchange.getRequestURI().toString();
            String call = exchange.getRequestMethod() + " " + URLDecoder.decode(raw, StandardCharsets.UTF_8);
            calls.add(call);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + raw))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            List.of("Authorization", "Content-Type", "Accept").forEach(name -> {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            });
            answer(exchange, alteration.apply(passing(call, client.send(request.build(), BodyHandlers.ofString()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Passing passing(String call, HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_WIRE.contains(name)) {
                headers.put(name, values.get(0));
            }
        });
        String body = response.body().replace(behind.toString(), uri().toString());
        return new Passing(call, response.statusCode(), headers, body);
    }

    private static void answer(HttpExchange exchange, Passing passing) throws IOException {
        byte[] body = passing.body().getBytes(StandardCharsets.UTF_8);
        passing.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(passing.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
