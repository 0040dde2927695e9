package io.alignemulator.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code bench/peers.sh} gives other servers so that they answer what the emulator answers: records by id and a list of 100 epics, with its bytes, in the form that each of them reads. A story in
 * the middle is the one that is asked for, so that a server that tries its stubs one after the other tries half of them.
 */
final class Stubs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPE = "application/json";
    private static final String API = "/rest/align/api/2/";
    private static final String LIST = API + "epics";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String emulator;
    private final String token;
    private final Path folder;

    private Stubs(String emulator, String token, Path folder) {
        this.emulator = emulator;
        this.token = token;
        this.folder = folder;
    }

    /** Arguments: address of the emulator, token, folder to write, how many stubs. Writes the path of the story in the middle to the file {@code one.path}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[2]);
        Files.createDirectories(folder.resolve("wiremock/mappings"));
        new Stubs(args[0], args[1], folder).write(Integer.parseInt(args[3]));
    }

    private void write(int stubs) throws IOException, InterruptedException {
        Map<String, String> records = records(stubs - 1);
        Map<String, String> all = new LinkedHashMap<>(records);
        all.put(LIST, get(LIST));
        String one = List.copyOf(records.keySet()).get(records.size() / 2);
        put("one.path", one);
        put("one.json", all.get(one));
        put("list.json", all.get(LIST));
        put("wiremock/mappings/stubs.json", wireMock(all));
        put("mockserver.json", mockServer(all));
        put("json-server.json", jsonServer(records, all.get(LIST)));
        Map<String, String> two = new LinkedHashMap<>();
        two.put(one, all.get(one));
        two.put(LIST, all.get(LIST));
        put("prism.json", prism(two));
        put("mockoon.json", mockoon(two));
    }

    /** Bodies by path: stories and, when these are too few, what comes next in size. */
    private Map<String, String> records(int count) throws IOException, InterruptedException {
        Map<String, String> records = new LinkedHashMap<>();
        for (String collection : List.of("stories", "tasks", "features")) {
            int found = 1;
            for (int skip = 0; found > 0; skip += found) {
                JsonNode page = JSON.readTree(get(API + collection + "?$select=id&$skip=" + skip));
                found = page.size();
                for (JsonNode each : page) {
                    if (records.size() == count) {
                        return records;
                    }
                    String path = API + collection + "/" + each.path("id").asLong();
                    records.put(path, get(path));
                }
            }
        }
        throw new IllegalStateException("the site has only " + records.size() + " records for stubs");
    }

    private static ObjectNode wireMock(Map<String, String> bodies) {
        ObjectNode file = JSON.createObjectNode();
        ArrayNode mappings = file.putArray("mappings");
        bodies.forEach((path, body) -> {
            ObjectNode mapping = mappings.addObject();
            mapping.putObject("request").put("method", "GET").put("urlPath", path);
            ObjectNode response =
                    mapping.putObject("response").put("status", 200).put("body", body);
            response.putObject("headers").put("Content-Type", TYPE);
        });
        return file;
    }

    private static ArrayNode mockServer(Map<String, String> bodies) {
        ArrayNode expectations = JSON.createArrayNode();
        bodies.forEach((path, body) -> {
            ObjectNode expectation = expectations.addObject();
            expectation.putObject("httpRequest").put("method", "GET").put("path", path);
            ObjectNode response = expectation.putObject("httpResponse").put("statusCode", 200);
            response.putObject("headers").putArray("Content-Type").add(TYPE);
            response.putObject("body").put("type", "STRING").put("string", body);
        });
        return expectations;
    }

    private static ObjectNode jsonServer(Map<String, String> records, String list) {
        ObjectNode collections = JSON.createObjectNode();
        collections.set("epics", JSON.readTree(list));
        records.forEach((path, body) -> collections
                .withArray("/" + path.substring(API.length(), path.lastIndexOf('/')))
                .add(JSON.readTree(body)));
        return collections;
    }

    private static ObjectNode prism(Map<String, String> bodies) {
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.0.3");
        document.putObject("info").put("title", "Work").put("version", "1");
        ObjectNode paths = document.putObject("paths");
        bodies.forEach((path, body) -> paths.putObject(path)
                .putObject("get")
                .putObject("responses")
                .putObject("200")
                .put("description", "found")
                .putObject("content")
                .putObject(TYPE)
                .set("example", JSON.readTree(body)));
        return document;
    }

    private static ObjectNode mockoon(Map<String, String> bodies) {
        ObjectNode environment = JSON.createObjectNode()
                .put("uuid", "e")
                .put("lastMigration", 33)
                .put("name", "Work");
        environment.put("port", 0).put("hostname", "").put("endpointPrefix", "").put("latency", 0);
        environment.putArray("folders");
        ArrayNode routes = environment.putArray("routes");
        ArrayNode children = environment.putArray("rootChildren");
        bodies.forEach((path, body) -> {
            String uuid = "r" + routes.size();
            children.addObject().put("type", "route").put("uuid", uuid);
            ObjectNode route =
                    routes.addObject().put("uuid", uuid).put("type", "http").put("method", "get");
            route.put("endpoint", path.substring(1)).put("documentation", "");
            ObjectNode response = route.putArray("responses")
                    .addObject()
                    .put("uuid", uuid + "r")
                    .put("body", body);
            response.put("bodyType", "INLINE")
                    .put("statusCode", 200)
                    .put("latency", 0)
                    .put("label", "");
            response.put("disableTemplating", true).put("default", true).put("fallbackTo404", false);
            response.putArray("headers").addObject().put("key", "Content-Type").put("value", TYPE);
            response.putArray("rules");
        });
        return environment;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator + path))
                .header("Authorization", "bearer " + token)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private void put(String file, JsonNode json) throws IOException {
        put(file, json.toString());
    }

    private void put(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
