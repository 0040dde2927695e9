package io.alignemulator.http.pages;

import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.Response;
import io.alignemulator.settings.BuildInfo;
import io.alignemulator.shipped.ShippedFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The documentation of the API: Swagger UI from its webjar, so that it works offline, and the OpenAPI document. */
public final class Docs {

    /** Where the real site keeps its documentation; matched in any case. */
    public static final String BASE = "/rest/align/api/docs";

    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + BuildInfo.swaggerUiVersion() + "/";

    /** The document, below the base. */
    public static final String DESCRIPTION = "/v2/swagger.json";

    /** Addresses of pages below the base, and the class path resource behind each. */
    private static final Map<String, String> FILES = Map.of(
            "",
            "docs.html",
            "/index.html",
            "docs.html",
            "/swagger-ui.css",
            WEBJAR + "swagger-ui.css",
            "/swagger-ui-bundle.js",
            WEBJAR + "swagger-ui-bundle.js",
            "/favicon-32x32.png",
            WEBJAR + "favicon-32x32.png");

    /** The pages below the base. */
    public static final Set<String> ADDRESSES = Set.copyOf(FILES.keySet());

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "png", "image/png");

    private Docs() {}

    /**
     * One of the pages.
     *
     * @param path one of {@link #ADDRESSES}
     * @param prefix what stands before every path of the server, as the client sees it
     */
    public static Response answer(String path, String prefix) {
        String resource = FILES.get(path);
        if (resource == null) {
            throw ErrorResponse.noRoute();
        }
        String extension = resource.substring(resource.lastIndexOf('.') + 1);
        boolean isPage = extension.equals("html");
        return ShippedFile.find(Docs.class, resource)
                .filter(bytes -> !isPage || hasSwaggerUi())
                .map(bytes -> new Response(
                        200,
                        TYPES.getOrDefault(extension, Response.TEXT),
                        isPage ? at(prefix + BASE, bytes) : bytes,
                        Map.of()))
                .orElseGet(() -> withoutSwaggerUi(extension));
    }

    private static byte[] at(String base, byte[] page) {
        return new String(page, StandardCharsets.UTF_8).replace("${base}", base).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasSwaggerUi() {
        return Docs.class.getResource(WEBJAR + "swagger-ui.css") != null;
    }

    /** Who embeds the emulator need not bring Swagger UI, but should be told what is missing. */
    private static Response withoutSwaggerUi(String extension) {
        if (!extension.equals("html")) {
            throw ErrorResponse.noRoute();
        }
        return Response.text(
                404,
                "The page needs org.webjars:swagger-ui:" + BuildInfo.swaggerUiVersion()
                        + " on the class path; the document is at " + BASE + DESCRIPTION + "\n");
    }
}
