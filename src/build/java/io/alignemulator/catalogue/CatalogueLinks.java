package io.alignemulator.catalogue;

import io.alignemulator.rules.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Build step: what one place of a catalogue says about another is true. The form of each file has been checked before. */
final class CatalogueLinks {

    /** Keys below which nothing is a name, or which are looked at as a whole. */
    private static final Set<String> NO_NAMES = Set.of("x-labels", "examples", "x-paths", "sets");

    private final JsonNode root;
    private final JsonNode resource;
    private final BiConsumer<JsonPointer, String> mistakes;

    private CatalogueLinks(JsonNode root, JsonNode resource, BiConsumer<JsonPointer, String> mistakes) {
        this.root = root;
        this.resource = resource;
        this.mistakes = mistakes;
    }

    /**
     * Checks one resource, or the models, which are nested in any.
     *
     * @param root the whole catalogue, the sources of its evidence included
     * @param mistakes is told where a name leads nowhere
     */
    static void check(JsonNode root, JsonNode file, BiConsumer<JsonPointer, String> mistakes) {
        new CatalogueLinks(root, file, mistakes).walk(file, JsonPointer.empty());
    }

    /** Every key whose value is a name of something else, wherever it stands. */
    private void walk(JsonNode node, JsonPointer at) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.path(i), at.appendIndex(i));
        }
        node.forEachEntry((key, value) -> {
            JsonPointer pointer = at.appendProperty(key);
            look(key, value, pointer);
            if (!NO_NAMES.contains(key)) {
                walk(value, pointer);
            }
        });
    }

    private void look(String key, JsonNode value, JsonPointer at) {
        switch (key) {
            case "x-paths" -> paths(value, at);
            case "required",
                    "x-short-form",
                    "program",
                    "portfolio",
                    "home",
                    "team",
                    "parent",
                    "keys",
                    "place",
                    "onChange",
                    "told" -> names(value, at, this::path);
            case "by", "date", "left", "field", "state", "at", "same", "count", "flag" -> names(value, at, this::field);
            case "x-ref" -> Stream.of(value.asString().split("\\|")).forEach(each -> told(at, target(each)));
            case "x-ref-by", "x-required-when", "when" -> value.propertyNames().forEach(each -> told(at, field(each)));
            case "reverse", "over", "children" -> names(value, at, this::target);
            case "follows" -> names(value, at, each -> resource(each.split(":")[0]));
            case "echo" -> names(value, at, this::echo);
            case "from" -> names(value, at, this::origin);
            case "resource" -> names(value, at, this::resources);
            case "as" -> names(value, at, this::anyModel);
            case "$ref" -> names(value, at, this::model);
            case "x-brings" -> brings(value, at);
            case "x-records-of", "in" -> names(value, at, this::resource);
            case "rule" -> names(value, at, CatalogueLinks::rule);
            case "x-source" -> names(value, at, this::source);
            case "create", "update", "delete" -> names(value, at, this::action);
            default -> {}
        }
    }

    /** Asks about a text, or each text of a list; other values are no names. */
    private void names(JsonNode value, JsonPointer at, Function<String, Optional<String>> problem) {
        (value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isString)
                .forEach(each -> told(at, problem.apply(each.asString())));
    }

    private void told(JsonPointer at, Optional<String> problem) {
        problem.ifPresent(what -> mistakes.accept(at, what));
    }

    private void paths(JsonNode paths, JsonPointer at) {
        for (int i = 0; i < paths.size(); i++) {
            JsonPointer place = at.appendIndex(i);
            JsonNode path = paths.path(i);
            told(place, path.has("parent") ? resource(path.path("parent").asString()) : Optional.empty());
            new Route(path.isString() ? path.asString() : path.path("path").asString(), Optional.empty())
                    .segments().stream()
                            .flatMap(segment -> Route.variable(segment).stream())
                            .forEach(field -> told(place, field(field)));
        }
    }

    private void brings(JsonNode all, JsonPointer at) {
        for (int i = 0; i < all.size(); i++) {
            JsonNode each = all.path(i);
            JsonPointer place = at.appendIndex(i);
            String other = each.path("resource").asString() + ".";
            each.path("sets").propertyNames().forEach(key -> told(place.appendProperty("sets"), target(other + key)));
            for (JsonNode copy : each.path("copies")) {
                String[] sides = copy.asString().split("=");
                told(place.appendProperty("copies"), target(other + sides[0]).or(() -> field(sides[1])));
            }
        }
    }

    private Optional<String> field(String name) {
        return missing(
                fields(resource).has(name),
                "the key " + name,
                resource.path("title").asString("the model"));
    }

    /** A key of the resource, or {@code array.key} for what lies in nested objects. */
    private Optional<String> path(String path) {
        return path(resource, List.of(path.split("\\.")));
    }

    private Optional<String> path(JsonNode owner, List<String> steps) {
        JsonNode field = fields(owner).path(steps.get(0));
        if (field.isMissingNode() || steps.size() == 1) {
            return missing(
                    !field.isMissingNode(),
                    "the key " + steps.get(0),
                    owner.path("title").asString("the model"));
        }
        String reference = field.path("x-ref").asString("");
        if (!reference.isEmpty()) {
            return path(root.path("resources").path(reference.split("\\.")[0]), steps.subList(1, steps.size()));
        }
        String model = field.path("items").path("$ref").asString("");
        return path(
                root.path("models").path(model.substring(model.lastIndexOf('/') + 1)), steps.subList(1, steps.size()));
    }

    private JsonNode fields(JsonNode owner) {
        JsonNode records = owner.has("x-records-of")
                ? root.path("resources").path(owner.path("x-records-of").asString())
                : owner;
        return records.path("properties");
    }

    /** {@code Resource.key} or {@code Resource.array.key}. */
    private Optional<String> target(String text) {
        List<String> steps = List.of(text.split("\\."));
        return resource(steps.get(0))
                .or(() -> path(root.path("resources").path(steps.get(0)), steps.subList(1, steps.size())));
    }

    /** {@code reference.key}: a key of this resource, and one of what it names. */
    private Optional<String> echo(String text) {
        String[] steps = text.split("\\.");
        String reference = fields(resource).path(steps[0]).path("x-ref").asString("");
        return reference.isEmpty()
                ? Optional.of(steps[0] + " is no reference of "
                        + resource.path("title").asString())
                : target(reference.split("\\.")[0] + "." + steps[1]);
    }

    private Optional<String> origin(String text) {
        boolean elsewhere = text.contains(".") && Character.isUpperCase(text.charAt(0));
        return text.startsWith("(") ? Optional.empty() : elsewhere ? target(text) : path(text);
    }

    private Optional<String> resources(String text) {
        return text.startsWith("(")
                ? Optional.empty()
                : Stream.of(text.split("\\|"))
                        .map(this::resource)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Optional<String> resource(String name) {
        return missing(root.path("resources").has(name), "the resource " + name, "the catalogue");
    }

    private Optional<String> model(String reference) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return missing(root.path("models").has(name), "the model " + name, "models.yaml");
    }

    private Optional<String> anyModel(String name) {
        boolean known = name.equals("object")
                || root.path("models").has(name)
                || root.path("resources")
                        .valueStream()
                        .anyMatch(each -> each.path("x-model").asString("").equals(name));
        return missing(known, "the model " + name, "the catalogue");
    }

    private Optional<String> action(String name) {
        return missing(root.path("actions").has(name), "the action '" + name + "'", "actions.yaml");
    }

    private Optional<String> source(String key) {
        String known = key.replaceAll("^JIRAALIGN-\\d+$", "JIRAALIGN-n");
        return missing(root.path("sources").has(known), "the source " + key, "sources.yaml");
    }

    private static Optional<String> rule(String id) {
        boolean known = Stream.of(RuleId.values()).anyMatch(rule -> rule.id().equals(id));
        return missing(known || !id.contains("-"), "the rule " + id, "RuleId");
    }

    private static Optional<String> missing(boolean known, String what, String where) {
        return known ? Optional.empty() : Optional.of(where + " does not have " + what);
    }
}
