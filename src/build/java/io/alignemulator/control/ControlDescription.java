package io.alignemulator.control;

import io.alignemulator.catalogue.Json;
import io.alignemulator.control.ControlRoute.Contract;
import io.alignemulator.control.bind.RecordSchemas;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.settings.BuildInfo;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Build step: the OpenAPI document of the control API, made from its table of routes and from the records that these take and answer. */
public final class ControlDescription {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final String ERROR = "Error";

    private static final String OF_SERVER = "server";
    private static final String OF_DEFAULT = "default sandbox";
    private static final String OF_NAMED = "named sandbox";

    /** The groups in which documents show the routes. */
    private static final Map<String, String> TAGS = Map.of(
            OF_SERVER, "The server as a whole: its health, its sandboxes, what it knows of the real site.",
            OF_DEFAULT, "The sandbox that is there from the start.",
            OF_NAMED, "The same for a sandbox that was made.");

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "What was sent cannot be used; the text says all that is wrong.",
            "401", "The header X-Control-Token is missing or wrong; the setting control-token asks for it.",
            "403", "A browser asks for another site, or under a host name that is not local.",
            "404", "There is no such thing.",
            "415", "The body is not declared as application/json.");

    private final ObjectNode document = Json.object().put("openapi", "3.1.0");
    private final ObjectNode paths;
    private final RecordSchemas schemas;

    private ControlDescription() {
        document.putObject("info")
                .put("title", "Control API of the Jira Align emulator")
                .put("version", BuildInfo.version())
                .put(
                        "description",
                        "What a test does to a site besides calling it. The routes of a sandbox act on the default one;"
                                + " below /sandboxes/{sandbox} they act on another.");
        document.putArray("servers").addObject().put("url", Description.ADDRESS);
        security();
        List.of(OF_SERVER, OF_DEFAULT, OF_NAMED).forEach(tag -> document.withArray("tags")
                .addObject()
                .put("name", tag)
                .put("description", TAGS.getOrDefault(tag, "")));
        paths = document.putObject("paths");
        ObjectNode components = document.withObject("components").putObject("schemas");
        components
                .putObject(ERROR)
                .put("type", "object")
                .putObject("properties")
                .putObject("error")
                .put("type", "string")
                .put("description", "Why, for people.");
        schemas = new RecordSchemas(components);
    }

    /** A header, where the server was started with a token. */
    private void security() {
        ArrayNode ways = document.putArray("security");
        ways.addObject();
        ways.addObject().putArray("controlToken");
        document.putObject("components")
                .putObject("securitySchemes")
                .putObject("controlToken")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-Control-Token")
                .put("description", "The value of the setting control-token; without that setting nobody is asked.");
    }

    /** Arguments: the root of the project and the folder for class files. */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]).resolve("io/alignemulator/control").resolve(Description.FILE);
        Files.writeString(
                target, document(ControlApiPage.routes(Path.of(args[0]))).toString());
    }

    static ObjectNode document(Control.Routes routes) {
        ControlDescription documentation = new ControlDescription();
        Stream.of(routes.ofServer(), routes.ofSandbox())
                .flatMap(List::stream)
                .forEach(route -> documentation.learnWhatIsTaken(route.contract()));
        routes.ofServer().forEach(route -> documentation.add("", route, OF_SERVER));
        routes.ofSandbox().forEach(route -> documentation.add("", route, OF_DEFAULT));
        routes.ofSandbox().forEach(route -> documentation.add("/sandboxes/{sandbox}", route, OF_NAMED));
        return documentation.document;
    }

    /** A record that is both taken and answered is described as it is taken. */
    private void learnWhatIsTaken(Contract contract) {
        contract.body().ifPresent(schemas::of);
        contract.query().forEach(record -> Stream.of(record.getRecordComponents())
                .filter(ControlDescription::isOneValue)
                .forEach(component -> schemas.of(component.getGenericType())));
    }

    private void add(String prefix, ControlRoute route, String tag) {
        String path = prefix + route.path();
        Contract contract = route.contract();
        ObjectNode operation =
                paths.withObjectProperty(path).putObject(route.method().toLowerCase(Locale.ROOT));
        operation.put("operationId", operationId(route, path)).put("summary", contract.summary());
        operation.putArray("tags").add(tag);
        parameters(operation.putArray("parameters"), path, contract);
        contract.body().ifPresent(body -> {
            ObjectNode content =
                    operation.putObject("requestBody").putObject("content").putObject("application/json");
            content.set("schema", schemas.of(body));
            content.set("example", RecordSchemas.parsed(contract.example()));
        });
        ObjectNode responses = operation.putObject("responses");
        answer(responses, contract);
        refusals(responses, path, contract);
    }

    private void parameters(ArrayNode parameters, String path, Contract contract) {
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            ObjectNode parameter =
                    parameters.addObject().put("name", variables.group(1)).put("in", "path");
            parameter.put("required", true).putObject("schema").put("type", "string");
        }
        for (Class<? extends Record> record : contract.query()) {
            for (RecordComponent component : record.getRecordComponents()) {
                if (isOneValue(component)) {
                    parameter(parameters, component);
                }
            }
        }
    }

    /** A query can hold what a text can. */
    private static boolean isOneValue(RecordComponent component) {
        return component.getType() != Map.class && component.getType() != Object.class;
    }

    private void parameter(ArrayNode parameters, RecordComponent component) {
        ObjectNode parameter =
                parameters.addObject().put("name", component.getName()).put("in", "query");
        parameter.put("required", RecordSchemas.isRequired(component));
        Doc doc = component.getAnnotation(Doc.class);
        if (doc != null) {
            parameter.put("description", doc.value() + ".");
            if (!doc.example().isEmpty()) {
                parameter.set("example", RecordSchemas.parsed(doc.example()));
            }
        }
        parameter.set("schema", schemas.of(component.getGenericType()));
    }

    private void answer(ObjectNode responses, Contract contract) {
        ObjectNode response = responses
                .putObject(Integer.toString(contract.status()))
                .put("description", contract.media().isEmpty() ? "Done." : "The answer.");
        for (String media : contract.media()) {
            ObjectNode schema =
                    response.withObjectProperty("content").putObject(media).putObject("schema");
            if (media.equals("application/json")) {
                schema.setAll(shape(contract));
            } else {
                schema.put("type", "string");
            }
        }
    }

    /** What is no record is an object whose keys depend on the site. */
    private ObjectNode shape(Contract contract) {
        ObjectNode one = contract.answer().map(schemas::ofAnswer).orElseGet(() -> Json.object()
                .put("type", "object"));
        if (!contract.isList()) {
            return one;
        }
        ObjectNode list = Json.object().put("type", "array");
        list.set("items", one);
        return list;
    }

    private static void refusals(ObjectNode responses, String path, Contract contract) {
        boolean takes = contract.body().isPresent();
        if (takes || !contract.query().isEmpty() || path.endsWith("}")) {
            refusal(responses, "400", REFUSALS.getOrDefault("400", ""));
        }
        refusal(responses, "401", REFUSALS.getOrDefault("401", ""));
        refusal(responses, "403", REFUSALS.getOrDefault("403", ""));
        if (path.contains("{") || takes) {
            refusal(responses, "404", REFUSALS.getOrDefault("404", ""));
        }
        if (!contract.conflicts().isEmpty()) {
            refusal(responses, "409", contract.conflicts());
        }
        if (takes) {
            refusal(responses, "415", REFUSALS.getOrDefault("415", ""));
        }
    }

    private static void refusal(ObjectNode responses, String status, String why) {
        responses
                .putObject(status)
                .put("description", why)
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + ERROR);
    }

    private static String operationId(ControlRoute route, String path) {
        return route.method().toLowerCase(Locale.ROOT)
                + path.replaceAll("[^A-Za-z]+", "_").replaceAll("_$", "");
    }
}
