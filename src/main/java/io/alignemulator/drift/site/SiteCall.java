package io.alignemulator.drift.site;

/**
 * One call.
 *
 * @param address below the base of the API, or from the host on where it begins with a slash; blanks are encoded
 * @param body what is sent; empty for nothing
 */
public record SiteCall(String method, String address, Credential credential, String body) {

    /** Who asks. */
    public enum Credential {
        OWN,
        NONE,
        WRONG
    }

    private static final String BASE = "/rest/align/api/2/";

    /** Reads an address with the own credential. */
    public static SiteCall get(String address) {
        return new SiteCall("GET", address, Credential.OWN, "");
    }

    /** Whether it can be made again without harm. */
    boolean isRead() {
        return method.equals("GET");
    }

    /** What follows the host. */
    String pathAndQuery() {
        return (address.startsWith("/") ? address : BASE + address).replace(" ", "%20");
    }
}
