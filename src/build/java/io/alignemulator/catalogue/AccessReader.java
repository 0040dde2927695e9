package io.alignemulator.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads {@code x-scope} and {@code x-access}: where a record lies, and what a role needs. */
final class AccessReader {

    private AccessReader() {}

    static Scope scope(JsonNode node) {
        return new Scope(
                node.path("mode").asString(""),
                fields(node),
                CatalogueReader.text(node, "by"),
                cases(node.path("cases"), AccessReader::fields),
                CatalogueReader.strings(node.path("parent")));
    }

    private static Scope.Fields fields(JsonNode node) {
        return new Scope.Fields(
                CatalogueReader.strings(node.path("program")),
                CatalogueReader.strings(node.path("portfolio")),
                CatalogueReader.strings(node.path("home")),
                CatalogueReader.strings(node.path("team")));
    }

    static PageAccess access(JsonNode node) {
        if (node.isMissingNode()) {
            return PageAccess.NONE;
        }
        JsonNode page = node.path("page");
        Optional<String> by = CatalogueReader.text(page, "by");
        Map<Long, String> cases = by.isPresent() ? cases(page, JsonNode::asString) : Map.of();
        List<String> pages = by.isPresent()
                ? new ArrayList<>(cases.values())
                : page.isArray() ? CatalogueReader.strings(page) : List.of(page.asString());
        Map<Verb, String> actions = new EnumMap<>(Verb.class);
        actions.put(Verb.CREATE, node.path("create").asString());
        actions.put(Verb.UPDATE, node.path("update").asString());
        actions.put(
                Verb.DELETE, node.path("delete").asString(node.path("update").asString()));
        return new PageAccess(List.copyOf(pages), by, cases, Collections.unmodifiableMap(actions));
    }

    /** The members whose names are numbers, in their order. */
    private static <T> Map<Long, T> cases(JsonNode node, Function<JsonNode, T> reader) {
        Map<Long, T> cases = new TreeMap<>();
        node.properties().stream()
                .filter(each -> each.getKey().matches("[0-9]+"))
                .forEach(each -> cases.put(Long.valueOf(each.getKey()), reader.apply(each.getValue())));
        return cases;
    }
}
