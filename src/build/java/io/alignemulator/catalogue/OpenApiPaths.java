package io.alignemulator.catalogue;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Build step: the paths of the OpenAPI document, as the routes and verbs of the catalogue say. */
final class OpenApiPaths {

    /** Where every resource of version 2 lives. */
    static final String BASE = "/rest/align/api/2/";

    /** The records behind every {@code auditlog}. */
    static final String AUDIT_LOG = "AuditLogEntry";

    private final Catalogue catalogue;
    private final ObjectNode paths;

    OpenApiPaths(Catalogue catalogue, ObjectNode paths) {
        this.catalogue = catalogue;
        this.paths = paths;
    }

    /** Adds all paths of a resource. */
    void add(Resource resource) {
        for (Route route : resource.routes()) {
            OpenApiOperations operations = new OpenApiOperations(resource, route);
            String path = BASE + route.path();
            collection(resource, operations, paths.putObject(path), route);
            item(resource, operations, withId(paths.putObject(path + "/{id}"), resource, route));
            if (resource.subResources().contains("editmeta")) {
                withId(paths.putObject(path + "/{id}/editmeta"), resource, route)
                        .set("get", operations.editMeta());
            }
            if (resource.subResources().contains("auditlog")) {
                withId(paths.putObject(path + "/{id}/auditlog"), resource, route)
                        .set("get", operations.auditLog(catalogue.resource(AUDIT_LOG)));
            }
        }
    }

    private static void collection(Resource resource, OpenApiOperations operations, ObjectNode path, Route route) {
        variables(path, resource, route);
        path.set("get", operations.list());
        if (resource.verbs().contains(Verb.CREATE)) {
            path.set("post", operations.create());
        }
    }

    private static void item(Resource resource, OpenApiOperations operations, ObjectNode path) {
        path.set("get", operations.get());
        if (resource.verbs().contains(Verb.UPDATE)) {
            path.set("put", operations.replace());
            path.set("patch", operations.patch());
        }
        if (resource.verbs().contains(Verb.DELETE)) {
            path.set("delete", operations.delete());
        }
    }

    private static ObjectNode withId(ObjectNode path, Resource resource, Route route) {
        variables(path, resource, route);
        path.withArray("parameters").addObject().put("$ref", "#/components/parameters/id");
        return path;
    }

    private static void variables(ObjectNode path, Resource resource, Route route) {
        for (String segment : route.segments()) {
            Route.variable(segment).ifPresent(name -> variable(path.withArray("parameters"), resource.field(name)));
        }
    }

    private static void variable(ArrayNode parameters, Field field) {
        boolean number = field.type().kind() == Kind.INTEGER;
        ObjectNode parameter = parameters.addObject().put("name", field.name()).put("in", "path");
        parameter.put("required", true).put("description", "Selects the rows whose " + field.name() + " it is.");
        ObjectNode schema = parameter.putObject("schema").put("type", number ? "integer" : "string");
        if (number) {
            schema.put("format", "int32");
            parameter.put("example", 1);
        } else {
            parameter.put("example", "text");
        }
    }
}
