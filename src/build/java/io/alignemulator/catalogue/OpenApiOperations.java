package io.alignemulator.catalogue;

import io.alignemulator.catalogue.Field.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Build step: the operations on one route of one resource. */
final class OpenApiOperations {

    private static final List<String> LIST_OPTIONS = List.of("filter", "select", "orderby", "top", "skip", "expand");
    private static final List<String> ITEM_OPTIONS = List.of("select", "expand");
    private static final List<String> PAGING = List.of("top", "skip");

    private final Resource resource;
    private final Route route;
    private final OpenApiRouteExample record;
    private final JsonNode examples;

    /** @param examples those of the document, by name */
    OpenApiOperations(Resource resource, Route route, OpenApiRouteExample record, JsonNode examples) {
        this.resource = resource;
        this.route = route;
        this.record = record;
        this.examples = examples;
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
        OpenApiParameters parameters =
                parameters(operation).options(LIST_OPTIONS).idQuery();
        resource.queryKeys().forEach(parameters::queryKey);
        OpenApiAnswers answers = new OpenApiAnswers()
                .ok(
                        "At most 100 rows; empty when there are none.",
                        arrayOf(OpenApiSchemas.readName(resource)),
                        resource.name() + "List")
                .badOptions(record.refusal(
                        "GET",
                        "?$filter=id%20eq",
                        "",
                        "Cannot find " + many() + ". Expression expected at position 5 in 'id eq'."));
        return answered(operation, withParent(answers));
    }

    ObjectNode get() {
        ObjectNode operation = operation(
                "get" + resource.name(),
                "Get " + article() + " by id",
                "The whole record, unless $select names fewer keys.");
        parameters(operation).id().options(ITEM_OPTIONS);
        OpenApiAnswers answers = new OpenApiAnswers()
                .ok("The record.", OpenApiSchemas.reference(OpenApiSchemas.readName(resource)), resource.name())
                .badOptions(record.refusal(
                        "GET",
                        "/" + record.id().asString() + "?$select=nosuch",
                        "",
                        "Cannot find " + many() + ". Could not find a property named 'nosuch'."));
        return answered(operation, notFound(answers));
    }

    ObjectNode create() {
        ObjectNode operation = operation(
                "create" + resource.name(),
                "Create " + article(),
                "Stores a new record; unknown and read-only keys are ignored, missing ones take their defaults.");
        parameters(operation);
        body(operation, OpenApiSchemas.writeName(resource));
        OpenApiAnswers answers = new OpenApiAnswers()
                .created("The id of the new record.")
                .badBody(record.refusal(
                        "POST",
                        "",
                        wrongBody(OpenApiSchemas.writeName(resource)),
                        "Cannot create " + one() + ". Value for " + suspect() + " is invalid."));
        return answered(operation, withParent(answers));
    }

    ObjectNode replace() {
        ObjectNode operation = operation(
                "replace" + resource.name(),
                "Replace " + article(),
                "Sets every writable field: a key left out falls back to its default or to null.");
        parameters(operation).id();
        body(operation, resource.name() + "Replacement");
        return answered(operation, notFound(written("Replaced.")));
    }

    ObjectNode patch() {
        ObjectNode operation = operation(
                "patch" + resource.name(),
                "Change fields of " + article(),
                "Applies the operations of a JSON Patch (RFC 6902) in order, all or none.");
        parameters(operation).id();
        ObjectNode content =
                operation.putObject("requestBody").put("required", true).putObject("content");
        for (String type : List.of("application/json", "application/json-patch+json")) {
            content(content.putObject(type), "JsonPatchDocument", resource.name() + "Patch");
        }
        return answered(operation, notFound(written("Changed, or nothing to change.")));
    }

    ObjectNode delete() {
        ObjectNode operation = operation("delete" + resource.name(), "Delete " + article(), "Removes the record.");
        parameters(operation).id();
        return answered(operation, notFound(new OpenApiAnswers().noContent("Deleted.")));
    }

    ObjectNode editMeta() {
        ObjectNode operation = operation(
                "get" + resource.name() + "EditMeta",
                "Get the custom fields of " + article(),
                "The definitions behind the values of customFields, in the same order.");
        parameters(operation).id();
        OpenApiAnswers answers = new OpenApiAnswers()
                .ok("Labels and allowed values.", OpenApiSchemas.reference("EditMetaDto"), "EditMeta");
        return answered(operation, notFound(answers));
    }

    ObjectNode auditLog(Resource entries) {
        ObjectNode operation = operation(
                "get" + resource.name() + "AuditLog",
                "List what happened to " + article(),
                "Creations and changes of the record.");
        parameters(operation).id().options(PAGING);
        OpenApiAnswers answers = new OpenApiAnswers()
                .ok("The newest entry last.", arrayOf(entries.model()), entries.name() + "List")
                .badOptions(record.refusal(
                        "GET",
                        "/" + record.id().asString() + "/auditlog?$top=",
                        "",
                        "The value for OData query '$top' cannot be empty."));
        return answered(operation, notFound(answers));
    }

    private OpenApiAnswers written(String description) {
        String id = record.id().asString();
        return new OpenApiAnswers()
                .noContent(description)
                .badBody(record.refusal(
                        "PUT",
                        "/" + id,
                        wrongBody(resource.name() + "Replacement"),
                        "Cannot update " + one() + " with id " + id + ". Value for " + suspect() + " is invalid."));
    }

    /** The example with a value that no record has. */
    private String wrongBody(String example) {
        ObjectNode body = examples.path(example).path("value").deepCopy().asObject();
        body.put(suspect(), 999_999_999);
        return body.toString();
    }

    private OpenApiParameters parameters(ObjectNode operation) {
        return new OpenApiParameters(operation, resource, record).ofPath(route);
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

    /** The noun with its article. */
    private String article() {
        return ("aeio".indexOf(one().charAt(0)) >= 0 ? "an " : "a ") + one();
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
                record.refusal("GET", record.absent(), "", "Cannot get " + one() + " with id 999999999."));
    }

    /** A path with a variable leads nowhere where the variable is of the wrong form. */
    private OpenApiAnswers withParent(OpenApiAnswers answers) {
        if (parent().isPresent()) {
            String p = parent().get();
            return answers.sentence(
                    "404",
                    "No such " + p + "; without a body for an id that is no number.",
                    record.orphan("Cannot get " + p + " with id 999999999."));
        }
        boolean isFixed = route.segments().stream()
                .allMatch(segment -> Route.variable(segment).isEmpty());
        return isFixed ? answers : answers.nothingThere();
    }

    private void body(ObjectNode operation, String example) {
        ObjectNode content =
                operation.putObject("requestBody").put("required", true).putObject("content");
        content(content.putObject("application/json"), OpenApiSchemas.writeName(resource), example);
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

    private static ObjectNode answered(ObjectNode operation, OpenApiAnswers answers) {
        operation.set("responses", answers.withRefusals());
        return operation;
    }
}
