package io.alignemulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alignemulator.rules.Rule;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls made up from the two OpenAPI documents, of the REST API and of the control API: every operation with valid, odd and wrong values. No call is answered 5xx, none hangs, and
 * one that is refused leaves the site as it was. {@code -Dfuzz=200000} for as many calls, {@code -Dfuzz.seed=7} for others.
 */
@Rule("ROBU-01")
@TestInstance(Lifecycle.PER_CLASS)
class FuzzTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOKEN = "Bearer user:1|super-admin";

    /** What waits on purpose, or answers 5xx on purpose. */
    private static final Set<String> LEFT_OUT = Set.of("/requests/stream", "/requests/verify");

    private record Operation(FuzzValues values, String method, String path, List<JsonNode> parameters, JsonNode body) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final long seed = Long.getLong("fuzz.seed", 15);
    private LocalEmulator server = null;

    @BeforeAll
    void start() {
        Settings settings = Settings.of(Map.of("port", "0", "rate-limit", "off", "fixtures", "minimal"));
        server = LocalEmulator.start(settings, Clock.system());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(String method, String target, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.uri().toString().replaceFirst("/$", "") + target))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private List<Operation> operations(String address, String prefix, Random random)
            throws IOException, InterruptedException {
        JsonNode document =
                JsonMapper.shared().readTree(send("GET", address, "", Map.of()).body());
        FuzzValues values = new FuzzValues(document, random);
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    String method = each.getKey().toUpperCase(java.util.Locale.ROOT);
                    JsonNode operation = each.getValue();
                    boolean isLeftOut = LEFT_OUT.stream().anyMatch(path.getKey()::endsWith);
                    if (!method.equals("PARAMETERS") && !isLeftOut) {
                        List<JsonNode> parameters = new ArrayList<>();
                        path.getValue().path("parameters").forEach(one -> parameters.add(values.resolved(one)));
                        operation.path("parameters").forEach(one -> parameters.add(values.resolved(one)));
                        operations.add(new Operation(
                                values, method, prefix + path.getKey(), parameters, operation.path("requestBody")));
                    }
                }));
        assertTrue(operations.size() > 40, () -> operations.size() + " operations in " + address);
        return operations;
    }

    @Test
    void noCallOfAnyOperationFailsHangsOrChangesTheSiteWhenItIsRefused() throws Exception {
        int calls = Integer.getInteger("fuzz", 2_000);
        Random random = new Random(seed);
        List<Operation> operations = new ArrayList<>(operations("/rest/align/api/docs/v2/swagger.json", "", random));
        operations.addAll(operations("/_emulator/openapi.json", "/_emulator", random));
        Map<Integer, Integer> statuses = new TreeMap<>();
        Set<Operation> made = new HashSet<>();
        for (int i = 0; i < calls; i++) {
            if (i % 100 == 0) {
                begin();
            }
            Operation operation =
                    i < operations.size() ? operations.get(i) : operations.get(random.nextInt(operations.size()));
            made.add(operation);
            statuses.merge(call(operation, i), 1, Integer::sum);
        }
        assertTrue(calls < operations.size() || made.size() == operations.size(), "every operation is called");
        assertTrue(statuses.getOrDefault(200, 0) > calls / 20, () -> "most calls get nowhere: " + statuses);
        System.out.println(calls + " calls of " + operations.size() + " operations, seed " + seed + ": " + statuses);
    }

    /** As at the start, without the sandboxes that came. */
    private void begin() throws IOException, InterruptedException {
        server.reset();
        for (JsonNode each : JsonMapper.shared()
                .readTree(send("GET", "/_emulator/sandboxes", "", Map.of()).body())) {
            String name = each.path("name").asString();
            if (!name.equals("default")) {
                send("DELETE", "/_emulator/sandboxes/" + name, "", Map.of());
            }
        }
    }

    private int call(Operation operation, int number) throws InterruptedException {
        FuzzValues values = operation.values();
        String target = target(operation);
        String body = operation.body().isMissingNode() ? "" : body(operation);
        Map<String, String> headers = new TreeMap<>();
        if (!values.chance(2)) {
            headers.put("Authorization", TOKEN);
        }
        headers.put("Content-Type", values.chance(3) ? "text/plain; charset=\"x" : "application/json");
        SiteContent before = server.main().state().content();
        String shown =
                "call " + number + " of seed " + seed + ": " + operation.method() + " " + cut(target) + " " + cut(body);
        try {
            HttpResponse<String> answer = send(operation.method(), target, body, headers);
            int status = answer.statusCode();
            assertTrue(status < 500, () -> shown + " -> " + status + " " + cut(answer.body()));
            if (status >= 400) {
                assertEquals(before, server.main().state().content(), () -> shown + " -> " + status + " and a change");
            }
            if (target.contains("/faults")) {
                send("DELETE", "/_emulator/faults", "", Map.of());
            }
            return status;
        } catch (IOException e) {
            throw new AssertionError(shown + " -> " + e, e);
        }
    }

    private static String cut(String text) {
        return text.length() > 1_500 ? text.substring(0, 1_500) + "... (" + text.length() + ")" : text;
    }

    private static String target(Operation operation) {
        FuzzValues values = operation.values();
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                boolean isId = values.resolved(parameter.path("schema"))
                        .path("type")
                        .asString("")
                        .equals("integer");
                List<String> usual = isId
                        ? List.of("1", "1", "2", "3")
                        : name.equals("collection") ? List.of("Regions", "Epics") : List.of("default");
                String text = values.chance(75) ? values.oneOf(usual) : values.text(parameter);
                path = path.replace("{" + name + "}", encoded(text.isEmpty() ? "0" : text));
            } else if (values.chance(20)) {
                query.add(encoded(name) + "=" + encoded(values.text(parameter)));
            }
        }
        path = path.replaceAll("\\{[^}]*}", "1");
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String encoded(String text) {
        String cut = text.length() > 8_000 ? text.substring(0, 8_000) : text;
        return URLEncoder.encode(cut, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String body(Operation operation) {
        FuzzValues values = operation.values();
        List<JsonNode> media = operation.body().path("content").valueStream().toList();
        String body = values.body(media.isEmpty() ? operation.body() : values.oneOf(media));
        // what waits, or what answers 5xx because somebody asked for it
        boolean isOnPurpose = List.of("delay", "drip", "closeAfter", "closeBefore", "meanwhile").stream()
                .anyMatch(body::contains);
        return isOnPurpose ? "{}" : body;
    }

    @Test
    void whatIsNoWholeCallIsRefusedOrClosed() throws Exception {
        String head = "POST /rest/align/api/2/regions HTTP/1.1\r\nHost: x\r\nAuthorization: " + TOKEN
                + "\r\nContent-Type: application/json\r\n";
        SiteContent before = server.main().state().content();
        for (String rest : List.of(
                "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n5\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
                "Content-Length: 100\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}")) {
            for (String call : List.of(head, head.replace("/rest/align/api/2/regions", "/_emulator/reset"))) {
                String answer = raw(call + rest);
                assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), () -> rest + " -> " + answer);
            }
        }
        assertEquals(before, server.main().state().content());
        assertEquals(200, send("GET", "/_emulator/health", "", Map.of()).statusCode());
    }

    private String raw(String call) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(call.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
