package io.alignemulator.console.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Addresses of the console's pages, which keep the site that is shown and the eyes that see it.
 *
 * @param prefix what stands before every path as the browser sees it; empty for nothing
 * @param site name of the sandbox as the query names it; empty where the host or nothing chooses it
 * @param as user through whose eyes the site is seen; empty for the whole site
 */
public record Links(String prefix, String site, OptionalLong as) {

    /** Where the console begins; the overview stands at the root besides. */
    public static final String BASE = "/_emulator/console";

    /** The page at a path below the base; {@code ""} is the overview. */
    public String page(String path) {
        String start = prefix + (path.isEmpty() ? "/" : BASE + path);
        String query = query();
        return query.isEmpty() ? start : start + (path.contains("?") ? "&" : "?") + query;
    }

    /** A style sheet, a script or a picture. */
    public String asset(String name) {
        return prefix + BASE + "/assets/" + name;
    }

    /** Something else that the server has. */
    public String other(String path) {
        return prefix + path;
    }

    /** The page of a record. */
    public String record(String collection, long id) {
        return page("/records/" + encoded(collection) + "/" + id);
    }

    /** The page of a collection. */
    public String records(String collection) {
        return page("/records/" + encoded(collection));
    }

    /** The same page of another site, seen whole: its users are others. */
    public String ofSite(String name) {
        return new Links(prefix, name, OptionalLong.empty()).page("");
    }

    /** The same site seen whole. */
    public Links whole() {
        return new Links(prefix, site, OptionalLong.empty());
    }

    /** The same site through a user's eyes. */
    public Links as(long userId) {
        return new Links(prefix, site, OptionalLong.of(userId));
    }

    /** A text as it may stand in an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String query() {
        String chosen = site.isEmpty() ? "" : "site=" + encoded(site);
        if (as.isEmpty()) {
            return chosen;
        }
        return chosen + (chosen.isEmpty() ? "" : "&") + "as=" + as.getAsLong();
    }
}
