package io.alignemulator.drift;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in front of an emulator and changes what it answers; to a client it is a site that differs. The JDK's own server would not do: since its updates of November 2026 (17.0.21, 21.0.13) it refuses
 * a path that begins with two slashes, which the real site takes.
 */
final class AlteredSite implements AutoCloseable {

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
    private final Server server = new Server();
    private final ServerConnector connector;
    private final URI behind;
    private final UnaryOperator<Passing> alteration;

    private AlteredSite(URI behind, UnaryOperator<Passing> alteration) throws Exception {
        this.behind = behind;
        this.alteration = alteration;
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendServerVersion(false);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                pass(request, response, callback);
                return true;
            }
        });
        server.start();
    }

    static AlteredSite of(URI behind, UnaryOperator<Passing> alteration) {
        try {
            return new AlteredSite(behind, alteration);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri() {
        return URI.create("http://localhost:" + connector.getLocalPort());
    }

    /** Every call: method, path and query. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    private void pass(Request received, Response response, Callback callback) throws Exception {
        String raw = received.getHttpURI().getPathQuery();
        String call = received.getMethod() + " " + URLDecoder.decode(raw, StandardCharsets.UTF_8);
        calls.add(call);
        byte[] body = BufferUtil.toArray(Content.Source.asByteBuffer(received));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + raw))
                .method(received.getMethod(), BodyPublishers.ofByteArray(body));
        List.of("Authorization", "Content-Type", "Accept").forEach(name -> {
            String value = received.getHeaders().get(name);
            if (value != null) {
                request.header(name, value);
            }
        });
        answer(
                response,
                callback,
                alteration.apply(passing(call, client.send(request.build(), BodyHandlers.ofString()))));
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

    private static void answer(Response response, Callback callback, Passing passing) {
        response.setStatus(passing.status());
        passing.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(passing.body().getBytes(StandardCharsets.UTF_8)), callback);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
