package io.alignemulator.control;

import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.resource.call.Response;
import io.alignemulator.shipped.ShippedFile;
import java.nio.charset.StandardCharsets;

/** The OpenAPI document of the control API, which the build makes of the table of routes and of the records that these take and answer. */
final class Description {

    /** Name of the document, beside this class. */
    static final String FILE = "openapi.json";

    /** Stands in the document for the address of the API. */
    static final String ADDRESS = "{address}";

    private Description() {}

    /** The route that answers with it. */
    static ControlRoute route() {
        return ControlRoute.get("/openapi.json", "This description.")
                .answersAs("application/json")
                .by((call, sandbox) -> of(call.origin()));
    }

    private static Response of(String origin) {
        String document = ShippedFile.text(Description.class, FILE)
                .replace(ControlJson.text(ADDRESS), ControlJson.text(origin + Control.BASE));
        return Response.json(200, document.getBytes(StandardCharsets.UTF_8));
    }
}
