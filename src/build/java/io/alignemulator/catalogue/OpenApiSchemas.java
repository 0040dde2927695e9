package io.alignemulator.catalogue;

import io.alignemulator.catalogue.Field.Trait;
import io.alignemulator.catalogue.Field.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Build step: the schemas of the OpenAPI document. Each resource has one for what is read, under the vendor's model name, one that adds the expanded objects
 * ({@code EpicExpandedDto}), and one for what is written ({@code EpicWrite}); nested models keep their names.
 */
final class OpenApiSchemas {

    private static final String EVIDENCE = "x-evidence";

    private final Catalogue catalogue;
    private final JsonNode sources;

    OpenApiSchemas(Catalogue catalogue, JsonNode sources) {
        this.catalogue = catalogue;
        this.sources = sources;
    }

    static ObjectNode reference(String schema) {
        return node().put("$ref", "#/components/schemas/" + schema);
    }

    static String writeName(Resource resource) {
        return resource.name() + "Write";
    }

    /** The schema of what a GET answers. */
    static String readName(Resource resource) {
        return hasExpansions(resource) ? resource.model().replaceFirst("Dto$", "") + "ExpandedDto" : resource.model();
    }

    /** Whether a client can set fields of the resource. */
    static boolean isWritable(Resource resource) {
        return resource.verbs().contains(Verb.CREATE) || resource.verbs().contains(Verb.UPDATE);
    }

    /** The fields that a body may hold: not the computed ones, nor those that the path says on every route. */
    static List<Field> writable(Resource resource) {
        return resource.fields().stream()
                .filter(f -> f.write() != Write.NEVER && !f.is(Trait.HIDDEN))
                .filter(f -> !resource.routes().stream().allMatch(r -> r.path().contains("{" + f.name() + "}")))
                .toList();
    }

    /** All schemas by name, sorted. */
    Map<String, JsonNode> all() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (String name : sources.path("models").propertyNames()) {
            schemas.put(name, model(name));
        }
        for (Resource resource : catalogue.resources()) {
            if (resource.isServed() || isAuditLog(resource)) {
                schemas.put(resource.model(), read(resource));
            }
            if (hasExpansions(resource)) {
                schemas.put(readName(resource), expandable(resource));
            }
            if (isWritable(resource)) {
                schemas.put(writeName(resource), write(resource));
            }
        }
        return schemas;
    }

    /** The field as the catalogue's files hold it. */
    JsonNode source(Resource resource, Field field) {
        return sources.path("resources")
                .path(resource.recordsOf())
                .path("properties")
                .path(field.name());
    }

    JsonNode source(Model model, Field field) {
        return sources.path("models").path(model.name()).path("properties").path(field.name());
    }

    private static boolean isAuditLog(Resource resource) {
        return resource.name().equals(OpenApiPaths.AUDIT_LOG);
    }

    private ObjectNode model(String name) {
        JsonNode source = sources.path("models").path(name);
        ObjectNode schema =
                OpenApiProperty.of(source).put(EVIDENCE, source.path(EVIDENCE).asString());
        CatalogueReader.text(source, "x-note")
                .ifPresent(note -> schema.put("description", FieldDescription.sentence(note)));
        if (source.has("properties")) {
            ObjectNode properties = schema.putObject("properties");
            for (Field field : CatalogueReader.model(sources, name).fields()) {
                properties.set(
                        field.name(), property(field, source.path("properties").path(field.name())));
            }
        }
        return schema;
    }

    /** No key is required: {@code $select} leaves out any. */
    private ObjectNode read(Resource resource) {
        ObjectNode schema = node().put("type", "object").put("description", describe(resource));
        ObjectNode properties = schema.putObject("properties");
        for (Field field : resource.fields()) {
            if (field.isPrinted()) {
                properties.set(field.name(), property(field, source(resource, field)));
            }
        }
        return schema;
    }

    /**
     * The record with the objects that {@code expand=true} adds, written out: generated code loses null in a schema that is put together. The objects are plain, so that no schema leads
     * back to itself.
     */
    private ObjectNode expandable(Resource resource) {
        ObjectNode schema = read(resource);
        ObjectNode properties = schema.withObjectProperty("properties");
        added(resource).forEach(e -> expansion(resource, e, properties));
        return schema;
    }

    private static boolean hasExpansions(Resource resource) {
        return resource.isServed() && !added(resource).isEmpty();
    }

    /** A key that the plain record has already is none that is added. */
    private static List<Expansion> added(Resource resource) {
        return resource.expansions().stream()
                .filter(e -> !resource.has(e.key()))
                .toList();
    }

    private String describe(Resource resource) {
        String note =
                sources.path("resources").path(resource.name()).path("x-note").asString("");
        return "What is read of a " + resource.noun().one() + "."
                + (note.isEmpty() ? "" : " " + FieldDescription.sentence(note));
    }

    private void expansion(Resource resource, Expansion expansion, ObjectNode properties) {
        JsonNode source = sources.path("resources")
                .path(resource.recordsOf())
                .path("x-expand")
                .path(expansion.key());
        ObjectNode schema = expansion.many() ? node().put("type", "array") : expanded(expansion);
        if (expansion.many()) {
            schema.set("items", expansion.nullWhenEmpty() ? objectOrNull() : expanded(expansion));
        }
        String replaces = expansion.replaces() ? ", in place of " + expansion.from() : "";
        String note = CatalogueReader.text(source, "note")
                .map(n -> " " + FieldDescription.sentence(n))
                .orElse("");
        String what = expansion.from().startsWith("(") ? "" : ": what " + expansion.from() + " names" + replaces;
        String kinds =
                schema.has("type") && !expansion.many() && expansion.resources().size() > 1
                        ? " A record of " + String.join(", ", expansion.resources()) + "."
                        : "";
        schema.put("description", "With expand=true only" + what + "." + kinds + note);
        schema.put("readOnly", true).put(EVIDENCE, source.path("evidence").asString());
        properties.set(expansion.key(), schema);
    }

    private ObjectNode expanded(Expansion expansion) {
        if (!expansion.model().equals("object")) {
            return reference(expansion.model());
        }
        List<String> models = expansion.resources().stream()
                .map(name -> catalogue.resource(name).model())
                .toList();
        if (models.size() == 1) {
            return reference(models.get(0));
        }
        return node().put("type", "object");
    }

    /** Of no model: generated code reads null nowhere where it expects one in an array. */
    private static ObjectNode objectOrNull() {
        ObjectNode schema = node();
        schema.putArray("type").add("object").add("null");
        return schema;
    }

    private ObjectNode write(Resource resource) {
        ObjectNode schema = node().put("type", "object");
        schema.put(
                "description",
                "The body that creates or replaces a " + resource.noun().one()
                        + ". In a replacement a key left out falls back to its default or to null.");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        for (Field field : writable(resource)) {
            properties.set(field.name(), property(field, source(resource, field)));
            if (field.is(Trait.REQUIRED)) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        return schema;
    }

    /** A list that a client may set may be null: a body and a patch can make it so. */
    private static ObjectNode property(Field field, JsonNode source) {
        ObjectNode schema = OpenApiProperty.of(source);
        if (field.isArray() && field.write() != Write.NEVER && !OpenApiProperty.takes(schema, "null")) {
            schema.putArray("type").add("array").add("null");
        }
        Optional.of(FieldDescription.of(field, source))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> schema.put("description", text));
        return schema.put(EVIDENCE, source.path(EVIDENCE).asString());
    }

    static ObjectNode node() {
        return JsonMapper.shared().createObjectNode();
    }
}
