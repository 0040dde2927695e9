package io.alignemulator.http.pages;

import io.alignemulator.resource.call.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page from which clients read the site's version (rule ADDR-17). */
public final class AboutPage {

    public static final String PATH = "/about";

    private AboutPage() {}

    /** The page for a version. */
    public static Response of(String version) {
        String escaped = version.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        String page = """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>About</title></head>
                <body data-version="%1$s"><h1>Jira Align emulator</h1><p>Answers like version %1$s.</p></body>
                </html>
                """.formatted(escaped);
        return new Response(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
