package io.alignemulator.http;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.Response;
import io.alignemulator.shipped.ShippedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document as a client wants it: {@code openapi=3.0} gives the older form, and {@code media-types=site} lists the media types of bodies like the real server's own document, all
 * of them for each verb and JSON Patch first, so that code generated from it can be tried. Its server is the address under which it was asked for.
 */
final class ApiDescription {

    /** The document of each form. */
    private static final Map<String, String> FORMS =
            Map.of("3.1", "jira-align-2.0.json", "3.0", "jira-align-2.0.openapi-3.0.json");

    private static final List<String> OF_THE_SITE =
            List.of("application/json-patch+json", "application/json", "text/json", "application/*+json");

    private ApiDescription() {}

    /**
     * 400 with a sentence for a form that there is not.
     *
     * @param origin scheme and host of the server, as the client used them
     */
    static Response of(Parameters query, String origin) {
        String form = FORMS.get(query.value("openapi").orElse("3.1"));
        String mediaTypes = query.value("media-types").orElse("");
        if (form == null || !(mediaTypes.isEmpty() || mediaTypes.equals("site"))) {
            return Response.text(400, "The document knows openapi=3.1, openapi=3.0 and media-types=site.\n");
        }
        ObjectNode document = (ObjectNode) Json.read(ShippedFile.bytes(ApiDescription.class, form));
        document.withArray("servers").removeAll().addObject().put("url", origin);
        if (!mediaTypes.isEmpty()) {
            document.path("paths").forEach(path -> path.forEach(ApiDescription::withAllMediaTypes));
        }
        return Response.json(200, document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The schema of a body is that of JSON. */
    private static void withAllMediaTypes(JsonNode operation) {
        if (operation.at("/requestBody/content") instanceof ObjectNode content) {
            JsonNode json = content.path("application/json");
            content.removeAll();
            OF_THE_SITE.forEach(type -> content.set(type, json));
        }
    }
}
