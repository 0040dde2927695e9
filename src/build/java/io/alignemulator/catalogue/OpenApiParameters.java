package io.alignemulator.catalogue;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Build step: the parameters of one operation, those of its path first; each example is a value with which the call is answered. */
final class OpenApiParameters {

    private final ObjectNode operation;
    private final Resource resource;
    private final OpenApiRouteExample record;

    OpenApiParameters(ObjectNode operation, Resource resource, OpenApiRouteExample record) {
        this.operation = operation;
        this.resource = resource;
        this.record = record;
    }

    OpenApiParameters ofPath(Route route) {
        for (String segment : route.segments()) {
            Route.variable(segment)
                    .ifPresent(name -> add(
                            name,
                            "path",
                            "Selects the rows whose " + name + " it is.",
                            resource.field(name),
                            parameter -> parameter.set("example", record.variable(name))));
        }
        return this;
    }

    OpenApiParameters id() {
        add("id", "path", "Id of the record.", resource.field("id"), this::withId);
        return this;
    }

    /** The id as an option of a list. */
    OpenApiParameters idQuery() {
        add("id", "query", "Answers an array with the one record of this id.", resource.field("id"), this::withId);
        return this;
    }

    private void withId(ObjectNode parameter) {
        parameter.set("example", record.id());
    }

    /** Those that are the same for every resource. */
    OpenApiParameters options(List<String> names) {
        names.forEach(
                name -> operation.withArray("parameters").addObject().put("$ref", "#/components/parameters/" + name));
        return this;
    }

    void queryKey(QueryKey key) {
        String description = "Rows with this " + key.field() + "."
                + (key.noneWithout() ? " Without it only rows that have none." : "");
        add(key.name(), "query", description, resource.field(key.field()), parameter -> record.value(key.field())
                .ifPresent(value -> parameter.set("example", value)));
    }

    private void add(String name, String place, String description, Field field, Consumer<ObjectNode> example) {
        ObjectNode parameter =
                operation.withArray("parameters").addObject().put("name", name).put("in", place);
        if (place.equals("path")) {
            parameter.put("required", true);
        }
        boolean number = field.type().kind() == Kind.INTEGER;
        JsonNode schema = number
                ? OpenApiSchemas.node().put("type", "integer").put("format", "int32")
                : OpenApiSchemas.node().put("type", "string");
        parameter.put("description", description).set("schema", schema);
        example.accept(parameter);
    }
}
