package io.alignemulator.catalogue;

import io.alignemulator.catalogue.Field.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Build step: the operations on one route of one resource. */
final class OpenApiOperations {

    private static final List<String> LIST_OPTIONS =
            List.of("filter", "select", "orderby", "top", "skip", "expand", "idQuery");
    private static final List<String> ITEM_OPTIONS = List.of("select", "expand");
    private static final List<String> PAGING = List.of("top", "skip");

    private final Resource resource;
    private final Route route;

    OpenApiOperations(Resource resource, Route route) {
        this.resource = resource;
        this.route = route;
    }

    /** The name of the group of operations that documents show together. */
    static String tag(Resource resource) {
        return resource.collection().contains("/") ? resource.name() : resource.collection();
    }

    /** The plural of a resource's name, for names in generated code. */
    static String plural(String name) {
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }

    ObjectNode list() {
        ObjectNode operation = operation(
                "list" + plural(resource.name()),
                "List " + many(),
                "The rows that the caller may see, by id unless $orderby says otherwise.");
        options(operation, LIST_OPTIONS);
        queryKeys(operation);
        OpenApiAnswers answers = new OpenApiAnswers()
                .ok(
                        "At most 100 rows; empty when there are none.",
                        arrayOf(OpenApiSchemas.readName(resource)),
                        resource.name() + "List")
                .badOptions("Cannot find " + many() + ". Expression expected at position 5 in 'id eq'.");
        return answered(operation, withParent(answers));
    }

    ObjectNode get() {
        ObjectNode operation = operation(
                "get" + resource.name(),
                "Get " + one() + " by id",
                "The whole record, unless $select names fewer keys.");
        options(operation, ITEM_OPTIONS);
        OpenApiAnswers answers = new OpenApiAnswers()
                .ok("The record.", OpenApiSchemas.reference(OpenApiSchemas.readName(resource)), resource.name())
                .badOptions("Cannot find " + many() + ". Could not find a property named 'nosuch'.");
        return answered(operation, notFound(answers));
    }

    ObjectNode create() {
        ObjectNode operation = operation(
                "create" + resource.name(),
                "Create " + one(),
                "Stores a new record; unknown and read-only keys are ignored, missing ones take their defaults.");
        body(operation);
        OpenApiAnswers answers = new OpenApiAnswers()
                .created("The id of the new record.")
                .badBody("Cannot create " + one() + ". Value for " + suspect() + " is invalid.");
        return answered(operation, withParent(answers));
    }

    ObjectNode replace() {
        ObjectNode operation = operation(
                "replace" + resource.name(),
                "Replace " + one(),
                "Sets every writable field: a key left out falls back to its default or to null.");
        body(operation);
        return answered(operation, notFound(written("Replaced.")));
    }

    ObjectNode patch() {
        ObjectNode operation = operation(
                "patch" + resource.name(),
                "Change fields of " + one(),
                "Applies the operations of a JSON Patch (RFC 6902) in order, all or none.");
        ObjectNode content =
                operation.putObject("requestBody").put("required", true).putObject("content");
        for (String type : List.of("application/json", "application/json-patch+json")) {
            content(content.putObject(type), "JsonPatchDocument", resource.name() + "Patch");
        }
        return answered(operation, notFound(written("Changed, or nothing to change.")));
    }

    ObjectNode delete() {
        ObjectNode operation = operation("delete" + resource.name(), "Delete " + one(), "Removes the record.");
        return answered(operation, notFound(new OpenApiAnswers().noContent("Deleted.")));
    }

    ObjectNode editMeta() {
        ObjectNode operation = operation(
                "get" + resource.name() + "EditMeta",
                "Get the custom fields of " + one(),
                "The definitions behind the values of customFields, in the same order.");
        OpenApiAnswers answers = new OpenApiAnswers()
                .ok("Labels and allowed values.", OpenApiSchemas.reference("EditMetaDto"), "EditMeta");
        return answered(operation, notFound(answers));
    }

    ObjectNode auditLog(Resource entries) {
        ObjectNode operation = operation(
                "get" + resource.name() + "AuditLog",
                "List what happened to " + one(),
                "Creations and changes of the record.");
        options(operation, PAGING);
        OpenApiAnswers answers = new OpenApiAnswers()
                .ok("The newest entry last.", arrayOf(entries.model()), entries.name() + "List")
                .badOptions("Cannot find " + many() + ". The value for OData query '$top' cannot be empty.");
        return answered(operation, notFound(answers));
    }

    private OpenApiAnswers written(String description) {
        return new OpenApiAnswers()
                .noContent(description)
                .badBody("Cannot update " + one() + " with id 1. Value for " + suspect() + " is invalid.");
    }

    private ObjectNode operation(String id, String summary, String description) {
        ObjectNode operation = OpenApiSchemas.node().put("operationId", id + suffix());
        operation.putArray("tags").add(tag(resource));
        operation.put("summary", summary + parent().map(p -> " of " + p).orElse(""));
        return operation.put("description", description);
    }

    /** Tells the routes of one resource apart. */
    private String suffix() {
        if (route.parent().isPresent()) {
            return "Of" + route.parent().get();
        }
        if (route.equals(resource.routes().get(0))) {
            return "";
        }
        String last = route.segments().stream()
                .flatMap(segment -> Route.variable(segment).stream())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("two fixed routes for " + resource.name()));
        return "By" + last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }

    private Optional<String> parent() {
        return route.parent().map(p -> p.toLowerCase(Locale.ROOT));
    }

    private String one() {
        return resource.noun().one();
    }

    private String many() {
        return resource.noun().many();
    }

    /** A field that a body can get wrong: a reference where there is one. */
    private String suspect() {
        List<Field> fields = OpenApiSchemas.writable(resource);
        return fields.stream()
                .filter(f -> f.reference().isPresent())
                .findFirst()
                .or(() -> fields.stream().filter(f -> f.is(Trait.REQUIRED)).findFirst())
                .orElse(fields.get(0))
                .name();
    }

    private OpenApiAnswers notFound(OpenApiAnswers answers) {
        return answers.sentence(
                "404",
                "Not there, or out of the caller's scope; without a body for an id that is no number.",
                "Cannot get " + one() + " with id 1.");
    }

    private OpenApiAnswers withParent(OpenApiAnswers answers) {
        return parent().map(p -> answers.sentence("404", "No such " + p + ".", "Cannot get " + p + " with id 1."))
                .orElse(answers);
    }

    private void body(ObjectNode operation) {
        ObjectNode content =
                operation.putObject("requestBody").put("required", true).putObject("content");
        content(
                content.putObject("application/json"),
                OpenApiSchemas.writeName(resource),
                OpenApiSchemas.writeName(resource));
    }

    private static void content(ObjectNode type, String schema, String example) {
        type.set("schema", OpenApiSchemas.reference(schema));
        type.putObject("examples").putObject("example").put("$ref", "#/components/examples/" + example);
    }

    private static ObjectNode arrayOf(String schema) {
        ObjectNode array = OpenApiSchemas.node().put("type", "array");
        array.set("items", OpenApiSchemas.reference(schema));
        return array;
    }

    private static void options(ObjectNode operation, List<String> names) {
        ArrayNode parameters = operation.putArray("parameters");
        names.forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
    }

    private void queryKeys(ObjectNode operation) {
        for (QueryKey key : resource.queryKeys()) {
            ObjectNode parameter = operation.withArray("parameters").addObject();
            parameter.put("name", key.name()).put("in", "query");
            parameter.put(
                    "description",
                    "Rows with this " + key.field() + "."
                            + (key.noneWithout() ? " Without it only rows that have none." : ""));
            boolean number = resource.field(key.field()).type().kind() == Kind.INTEGER;
            ObjectNode schema = parameter.putObject("schema").put("type", number ? "integer" : "string");
            if (number) {
                schema.put("format", "int32");
            }
        }
    }

    private static ObjectNode answered(ObjectNode operation, OpenApiAnswers answers) {
        operation.set("responses", answers.withRefusals());
        return operation;
    }
}
