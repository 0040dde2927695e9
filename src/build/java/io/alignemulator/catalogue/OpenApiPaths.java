package io.alignemulator.catalogue;

import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Build step: the paths of the OpenAPI document, as the routes and verbs of the catalogue say. */
final class OpenApiPaths {

    /** Where every resource of version 2 lives. */
    static final String BASE = "/rest/align/api/2/";

    /** The records behind every {@code auditlog}. */
    static final String AUDIT_LOG = "AuditLogEntry";

    private static final String EXAMPLES = "/components/examples";

    private final Catalogue catalogue;
    private final Map<Route, OpenApiRouteExample> records;
    private final ObjectNode document;
    private final ObjectNode paths;

    /** @param records what examples are taken from */
    OpenApiPaths(Catalogue catalogue, Map<Route, OpenApiRouteExample> records, ObjectNode document) {
        this.catalogue = catalogue;
        this.records = records;
        this.document = document;
        this.paths = document.withObject("paths");
    }

    /** Adds all paths of a resource. */
    void add(Resource resource) {
        for (Route route : resource.routes()) {
            OpenApiRouteExample record = Objects.requireNonNull(records.get(route));
            OpenApiOperations operations = new OpenApiOperations(resource, route, record, document.at(EXAMPLES));
            String path = BASE + route.path();
            collection(resource, operations, paths.putObject(path));
            item(resource, operations, paths.putObject(path + "/{id}"));
            if (resource.subResources().contains("editmeta")) {
                paths.putObject(path + "/{id}/editmeta").set("get", operations.editMeta());
            }
            if (resource.subResources().contains("auditlog")) {
                paths.putObject(path + "/{id}/auditlog").set("get", operations.auditLog(catalogue.resource(AUDIT_LOG)));
            }
        }
    }

    private static void collection(Resource resource, OpenApiOperations operations, ObjectNode path) {
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
}
