package io.alignemulator.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Build step: a record of the example site behind one route, and what the site says about calls there. */
final class OpenApiRouteExample {

    private static final JsonNodeFactory JSON = JsonMapper.shared().getNodeFactory();
    private static final int NOBODY = 999_999_999;
    private static final int MOST_TRIED = 50;

    private final ExampleSite site;
    private final Route route;
    private final Map<String, JsonNode> variables = new TreeMap<>();
    private JsonNode id = JSON.numberNode(1);
    private Optional<JsonNode> item = Optional.empty();

    /** The first record that the route leads to; a typical one where the site has none. */
    OpenApiRouteExample(ExampleSite site, List<JsonNode> stored, Resource resource, Route route) {
        this.site = site;
        this.route = route;
        List<String> names = new ArrayList<>();
        route.segments().forEach(segment -> Route.variable(segment).ifPresent(names::add));
        for (String name : names) {
            boolean number = resource.field(name).type().kind() == Kind.INTEGER;
            variables.put(name, number ? JSON.numberNode(1) : JSON.stringNode("text"));
        }
        stored.stream()
                .limit(MOST_TRIED)
                .filter(each -> names.stream().allMatch(each::hasNonNull))
                .takeWhile(each -> item.isEmpty())
                .forEach(this::tryRecord);
    }

    private void tryRecord(JsonNode stored) {
        Map<String, JsonNode> before = new TreeMap<>(variables);
        variables.keySet().forEach(name -> variables.put(name, stored.path(name)));
        ExampleSite.Reply reply =
                site.call("GET", path() + "/" + stored.path("id").asString(), "");
        if (reply.status() == 200) {
            item = Optional.of(JsonMapper.shared().readTree(reply.body()));
            id = stored.path("id");
        } else {
            variables.putAll(before);
        }
    }

    /** The value of a variable of the path. */
    JsonNode variable(String name) {
        return variables.getOrDefault(name, JSON.nullNode());
    }

    JsonNode id() {
        return id;
    }

    /** The record as it is read. */
    Optional<JsonNode> item() {
        return item;
    }

    /** The value of a key of the record, where it has one. */
    Optional<JsonNode> value(String key) {
        return item.map(record -> record.path(key)).filter(each -> !each.isMissingNode() && !each.isNull());
    }

    /** What the site answers below the record. */
    Optional<JsonNode> below(String subResource) {
        ExampleSite.Reply reply = site.call("GET", itemPath() + "/" + subResource, "");
        return reply.status() == 200 ? Optional.of(JsonMapper.shared().readTree(reply.body())) : Optional.empty();
    }

    /** The row of a list that is the record. */
    Optional<JsonNode> row() {
        ExampleSite.Reply reply = site.call("GET", path() + "?id=" + id.asString(), "");
        return Optional.of(reply)
                .filter(each -> each.status() == 200)
                .map(each -> JsonMapper.shared().readTree(each.body()).path(0))
                .filter(JsonNode::isObject);
    }

    /** What the site says to a call below the collection that it refuses; other words where it does not. */
    String refusal(String method, String below, String body, String otherwise) {
        ExampleSite.Reply reply = site.call(method, path() + below, body);
        return reply.status() >= 400 && reply.body().startsWith("Cannot ") ? reply.body() : otherwise;
    }

    /** The same below a parent that is not there. */
    String orphan(String otherwise) {
        ExampleSite.Reply reply = site.call("GET", path(Map.of(route.above(), JSON.numberNode(NOBODY))), "");
        return reply.status() == 404 && reply.body().startsWith("Cannot ") ? reply.body() : otherwise;
    }

    String absent() {
        return "/" + NOBODY;
    }

    private String itemPath() {
        return path() + "/" + id.asString();
    }

    /** The address of the collection, in the case of the addresses of records. */
    private String path() {
        return path(Map.of());
    }

    private String path(Map<String, JsonNode> others) {
        List<String> segments = new ArrayList<>();
        for (String segment : route.segments()) {
            segments.add(Route.variable(segment)
                    .map(name -> others.getOrDefault(name, variable(name)).asString())
                    .orElse(segment.toLowerCase(Locale.ROOT)));
        }
        return String.join("/", segments);
    }
}
