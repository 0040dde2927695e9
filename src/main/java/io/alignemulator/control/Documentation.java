package io.alignemulator.control;

import io.alignemulator.catalogue.Json;
import io.alignemulator.settings.BuildInfo;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of the control API, made from its table of routes. */
final class Documentation {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** The routes of the server, and those that every sandbox has. */
    record Routes(List<Route> ofServer, List<Route> ofSandbox) {}

    private Documentation() {}

    /** The route that answers with it. */
    static Route route(Supplier<Routes> routes) {
        return Route.get("/openapi.json", "This description.")
                .answersAs("application/json")
                .by((call, sandbox) -> Answers.json(200, document(routes.get(), call.origin())));
    }

    private static ObjectNode document(Routes routes, String origin) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Control API of the Jira Align emulator")
                .put("version", BuildInfo.version())
                .put(
                        "description",
                        "What a test does to a site besides calling it. The routes of a sandbox act on the default one; below /sandboxes/{sandbox} they act on another.");
        document.putArray("servers").addObject().put("url", origin + Control.BASE);
        ObjectNode paths = document.putObject("paths");
        routes.ofServer().forEach(route -> add(paths, "", route));
        routes.ofSandbox().forEach(route -> add(paths, "", route));
        routes.ofSandbox().forEach(route -> add(paths, "/sandboxes/{sandbox}", route));
        return document;
    }

    private static void add(ObjectNode paths, String prefix, Route route) {
        String path = prefix + route.path();
        ObjectNode item = paths.withObjectProperty(path);
        ObjectNode operation = item.putObject(route.method().toLowerCase(Locale.ROOT));
        operation
                .put("operationId", operationId(route, path))
                .put("summary", route.contract().summary());
        ArrayNode parameters = operation.putArray("parameters");
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            ObjectNode parameter =
                    parameters.addObject().put("name", variables.group(1)).put("in", "path");
            parameter.put("required", true).putObject("schema").put("type", "string");
        }
        if (!route.method().equals("GET") && !route.method().equals("DELETE")) {
            operation
                    .putObject("requestBody")
                    .putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("type", "object");
        }
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject("default")
                .put("description", "Done, or {\"error\": \"...\"} with a status of 400 and above.");
    }

    private static String operationId(Route route, String path) {
        return route.method().toLowerCase(Locale.ROOT)
                + path.replaceAll("[^A-Za-z]+", "_").replaceAll("_$", "");
    }
}
