package io.alignemulator.catalogue;

import io.alignemulator.catalogue.Field.Condition;
import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import io.alignemulator.catalogue.Reference.Choice;
import io.alignemulator.catalogue.Reference.Target;
import io.alignemulator.rules.RuleId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the {@code properties} of one schema: standard keywords, and the {@code x-} keys for what a schema cannot say. */
final class FieldReader {

    private static final String MODEL_PREFIX = "#/components/schemas/";

    /** By the keys that say them: x-null-in-list. */
    private static final Map<String, Trait> TRAITS = traits();

    private final CatalogueReader catalogue;
    private final JsonNode schema;
    private final List<String> required;

    FieldReader(CatalogueReader catalogue, JsonNode schema) {
        this.catalogue = catalogue;
        this.schema = schema;
        this.required = CatalogueReader.strings(schema.path("required"));
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            fields.add(field(property.getKey(), fields.size(), property.getValue()));
        }
        return List.copyOf(fields);
    }

    Optional<Model.Dynamic> dynamic() {
        return schema.path("patternProperties").properties().stream()
                .findFirst()
                .map(e -> new Model.Dynamic(Pattern.compile(e.getKey()), type(e.getValue())));
    }

    private Field field(String name, int position, JsonNode node) {
        return new Field(
                name,
                position,
                type(node),
                isNullable(node),
                write(node),
                traits(name, node),
                scalar(node.path("default")),
                scalars(node.path("enum")),
                texts(node.path("x-labels")),
                CatalogueReader.text(node, "pattern"),
                reference(node),
                derived(node.path("x-derived")),
                condition(node.path("x-required-when")),
                CatalogueReader.text(node.path("x-derived"), "rule").map(RuleId::of));
    }

    private FieldType type(JsonNode node) {
        JsonNode plain = node.has("anyOf") ? node.path("anyOf").get(0) : node;
        String format = plain.path("format").asString("");
        if (plain.has("$ref")) {
            return new FieldType(Kind.OBJECT, format, Optional.empty(), Optional.of(model(plain)));
        }
        Kind kind = kind(plain, format);
        if (kind != Kind.ARRAY) {
            return new FieldType(kind, format, Optional.empty(), Optional.empty());
        }
        JsonNode items = plain.path("items");
        return items.has("$ref")
                ? new FieldType(kind, format, Optional.of(Kind.OBJECT), Optional.of(model(items)))
                : new FieldType(kind, format, Optional.of(kind(items, "")), Optional.empty());
    }

    private Model model(JsonNode reference) {
        return catalogue.model(reference.path("$ref").asString().substring(MODEL_PREFIX.length()));
    }

    private static Kind kind(JsonNode node, String format) {
        if (format.equals("date-time")) {
            return Kind.DATE_TIME;
        }
        JsonNode type = node.path("type");
        return Kind.valueOf((type.isArray() ? type.get(0) : type).asString().toUpperCase(Locale.ROOT));
    }

    private static boolean isNullable(JsonNode node) {
        return node.has("anyOf") || CatalogueReader.strings(node.path("type")).contains("null");
    }

    private static Write write(JsonNode node) {
        if (node.path("readOnly").asBoolean(false)) {
            return Write.NEVER;
        }
        return node.path("x-create-only").asBoolean(false) ? Write.ON_CREATE : Write.ALWAYS;
    }

    private static Map<String, Trait> traits() {
        Map<String, Trait> traits = new HashMap<>();
        for (Trait trait : Trait.values()) {
            traits.put("x-" + trait.name().toLowerCase(Locale.ROOT).replace('_', '-'), trait);
        }
        return Map.copyOf(traits);
    }

    private Set<Trait> traits(String name, JsonNode node) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            Trait trait = TRAITS.get(each.getKey());
            if (trait != null && each.getValue().asBoolean(false)) {
                traits.add(trait);
            }
        }
        if (required.contains(name)) {
            traits.add(Trait.REQUIRED);
        }
        if (node.path("writeOnly").asBoolean(false)) {
            traits.add(Trait.WRITE_ONLY);
        }
        switch (node.path("x-default").asString("")) {
            case "now" -> traits.add(Trait.DEFAULT_NOW);
            case "today" -> traits.add(Trait.DEFAULT_TODAY);
            case "next" -> traits.add(Trait.DEFAULT_NEXT);
            default -> {}
        }
        return traits;
    }

    private static Optional<Reference> reference(JsonNode node) {
        Optional<String> text = CatalogueReader.text(node, "x-ref");
        return text.map(targets -> new Reference(
                List.of(targets.split("\\|")).stream().map(Target::of).toList(),
                scalars(node.path("x-none")),
                node.path("x-must-be-active").asBoolean(false),
                choice(node.path("x-ref-by"))));
    }

    private static Optional<Choice> choice(JsonNode node) {
        return node.properties().stream().findFirst().map(e -> {
            Map<Long, String> resources = new LinkedHashMap<>();
            e.getValue().properties().stream()
                    .filter(p -> !p.getKey().equals("other"))
                    .forEach(p ->
                            resources.put(Long.valueOf(p.getKey()), p.getValue().asString()));
            return new Choice(e.getKey(), resources, CatalogueReader.text(e.getValue(), "other"));
        });
    }

    static Optional<Condition> condition(JsonNode node) {
        return node.properties().stream().findFirst().map(e -> new Condition(e.getKey(), scalars(e.getValue())));
    }

    private static Optional<Derived> derived(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> first = node.properties().stream()
                .filter(each -> !each.getKey().equals("rule"))
                .findFirst()
                .orElseThrow();
        String[] words = first.getValue().asString("").split("\\.", 2);
        return Optional.of(
                switch (first.getKey()) {
                    case "reverse" -> new Derived.Reverse(words[0], words[1]);
                    case "count" -> new Derived.Count(words[0]);
                    case "echo" -> new Derived.Echo(words[0], words[1]);
                    case "flag" -> new Derived.Mirror(words[0]);
                    case "when" -> when(first.getValue());
                    case "kind" -> computed(words[0], node);
                    default -> throw new IllegalArgumentException("unknown derivation " + first.getKey());
                });
    }

    /** {@code {kind: k, over: Resource.field}} or {@code {kind: k, follows: "Resource:path"}}. */
    private static Derived computed(String kind, JsonNode node) {
        String[] over = node.path("over").asString("").split("\\.", 2);
        String[] follows = node.path("follows").asString("").split(":", 2);
        return new Derived.Computed(
                kind,
                CatalogueReader.parameters(node),
                over[0].isEmpty() ? follows[0] : over[0],
                over.length > 1 ? Optional.of(over[1]) : Optional.empty(),
                follows.length > 1 ? Optional.of(follows[1]) : Optional.empty());
    }

    private static Derived when(JsonNode node) {
        Map.Entry<String, JsonNode> condition = node.properties().iterator().next();
        return new Derived.When(condition.getKey(), condition.getValue().asLong());
    }

    /** The members of an object as texts. */
    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString()));
        return texts;
    }

    /** The members of an object that are numbers, texts or booleans. */
    static Map<String, Object> values(JsonNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(e -> values.put(e.getKey(), Objects.requireNonNull(scalar(e.getValue()))));
        return values;
    }

    private static List<Object> scalars(JsonNode array) {
        List<Object> values = new ArrayList<>();
        for (JsonNode each : array) {
            Object value = scalar(each);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static @Nullable Object scalar(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        if (node.isNumber()) {
            return node.asDouble();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        return node.isString() ? node.asString() : null;
    }
}
