package io.alignemulator.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Turns the tree of the catalogue's sources ({@code {"models": {...}, "resources": {...}}}) into the model. */
final class CatalogueReader {

    private final JsonNode root;
    private final Map<String, Model> models = new TreeMap<>();

    private CatalogueReader(JsonNode root) {
        this.root = root;
    }

    static Catalogue read(JsonNode root) {
        CatalogueReader reader = new CatalogueReader(root);
        List<Resource> resources = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : root.path("resources").properties()) {
            resources.add(reader.resource(file.getValue(), resources.size()));
        }
        return new Catalogue(resources, new TreeSet<>(root.path("actions").propertyNames()));
    }

    /** One nested model of the tree. */
    static Model model(JsonNode root, String name) {
        return new CatalogueReader(root).model(name);
    }

    /** A nested model by name; read when first referred to, so that models may refer to each other in any order. */
    Model model(String name) {
        Model known = models.get(name);
        if (known != null) {
            return known;
        }
        JsonNode node = root.path("models").path(name);
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("no model " + name);
        }
        FieldReader fields = new FieldReader(this, node);
        Model model = new Model(name, fields.fields(), fields.dynamic());
        models.put(name, model);
        return model;
    }

    private Resource resource(JsonNode file, int ordinal) {
        String name = file.path("title").asString();
        String recordsOf = file.path("x-records-of").asString(name);
        JsonNode source = recordsOf.equals(name) ? file : root.path("resources").path(recordsOf);
        List<Field> fields = new FieldReader(this, source).fields();
        return new Resource(
                name,
                ordinal,
                recordsOf,
                each(file.path("x-paths"), CatalogueReader::route),
                file.path("x-singular").asString(),
                file.path("x-model").asString(),
                file.path("x-audit-name").asString(file.path("x-singular").asString()),
                new Noun(
                        file.path("x-noun").path("one").asString(),
                        file.path("x-noun").path("many").asString()),
                file.path("x-seed").asBoolean(),
                verbs(file.path("x-verbs")),
                new LinkedHashSet<>(file.path("x-sub").propertyNames()),
                source.path("x-id-sequence").asString(recordsOf),
                AccessReader.scope(file.path("x-scope")),
                AccessReader.access(file.path("x-access")),
                fields,
                Resource.byName(fields, false),
                Resource.byName(fields, true),
                Resource.hasListForm(fields),
                expansions(source.path("x-expand")),
                strings(source.path("x-expanded-order")),
                each(source.path("x-stamps"), CatalogueReader::stamp),
                queryKeys(file.path("x-query")),
                each(source.path("x-brings"), CatalogueReader::brought),
                each(source.path("x-rules"), CatalogueReader::rule),
                each(source.path("x-effects"), CatalogueReader::rule),
                Resource.ruled(fields));
    }

    private static Route route(JsonNode node) {
        return node.isString()
                ? new Route(node.asString(), Optional.empty())
                : new Route(node.path("path").asString(), text(node, "parent"));
    }

    private static Set<Verb> verbs(JsonNode node) {
        Set<Verb> verbs = EnumSet.of(Verb.READ);
        for (Verb verb : Verb.values()) {
            if (node.path(verb.name().toLowerCase(Locale.ROOT)).asBoolean(false)) {
                verbs.add(verb);
            }
        }
        return Collections.unmodifiableSet(verbs);
    }

    private List<Expansion> expansions(JsonNode node) {
        List<Expansion> expansions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            JsonNode e = each.getValue();
            String resources = e.path("resource").asString();
            expansions.add(new Expansion(
                    each.getKey(),
                    e.path("from").asString(),
                    resources.startsWith("(") ? List.of() : List.of(resources.split("\\|")),
                    e.path("as").asString(),
                    e.path("many").asBoolean(false),
                    e.path("replaces").asBoolean(false),
                    e.path("null-when-empty").asBoolean(false),
                    strings(root.path("models").path(e.path("as").asString()).path("x-short-form"))));
        }
        return List.copyOf(expansions);
    }

    private static Stamp stamp(JsonNode node) {
        return new Stamp(
                node.path("field").asString(),
                node.path("value").asLong(),
                text(node, "by"),
                text(node, "date"),
                text(node, "left"));
    }

    private static List<QueryKey> queryKeys(JsonNode node) {
        List<QueryKey> keys = new ArrayList<>();
        node.forEachEntry(
                (name, each) -> keys.add(new QueryKey(name, each.path("field").asString(), each.has("without"))));
        return List.copyOf(keys);
    }

    private static Brought brought(JsonNode node) {
        return new Brought(
                node.path("rule").asString(),
                node.path("field").asString(),
                node.path("resource").asString(),
                FieldReader.condition(node.path("when")),
                FieldReader.values(node.path("sets")),
                copies(node.path("copies")));
    }

    private static Map<String, String> copies(JsonNode node) {
        Map<String, String> copies = new TreeMap<>();
        strings(node).stream().map(each -> each.split("=")).forEach(sides -> copies.put(sides[0], sides[1]));
        return Collections.unmodifiableMap(copies);
    }

    private static Rule rule(JsonNode node) {
        return new Rule(
                node.path("rule").asString(),
                node.path("kind").asString(),
                node.path("field").asString(""),
                node.path("why").asString(""),
                FieldReader.condition(node.path("when")),
                strings(node.path("onChange")),
                parameters(node));
    }

    /** The members of an object as lists of texts. */
    static Map<String, List<String>> parameters(JsonNode node) {
        Map<String, List<String>> parameters = new TreeMap<>();
        node.forEachEntry((key, value) -> {
            if (!value.isObject()) {
                parameters.put(key, value.isArray() ? strings(value) : List.of(value.asString()));
            }
        });
        return Collections.unmodifiableMap(parameters);
    }

    static List<String> strings(JsonNode node) {
        return each(node, JsonNode::asString);
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        if (array.isEmpty()) {
            return List.of();
        }
        List<T> all = new ArrayList<>(array.size());
        for (JsonNode each : array) {
            all.add(read.apply(each));
        }
        return List.copyOf(all);
    }

    static Optional<String> text(JsonNode node, String key) {
        return node.path(key).isString() ? Optional.of(node.path(key).asString()) : Optional.empty();
    }
}
