package io.alignemulator.console.view;

/** Calls of the API as somebody would type them; quoted for a shell. */
public final class Curl {

    private Curl() {}

    /** A call that reads what the page shows, as its persona. */
    public static String read(Glance glance, String path) {
        return read(glance.frame("", "").token(), glance.api() + path);
    }

    /** A call that reads. */
    public static String read(String token, String url) {
        return "curl -H " + quoted("Authorization: bearer " + token) + " " + quoted(url);
    }

    /** A call that changes something. */
    public static String write(String method, String token, String url, String body) {
        return writeOf(method, token, url) + quoted(body);
    }

    /** A call that changes something, up to its body. */
    public static String writeOf(String method, String token, String url) {
        return "curl -i -X " + method + " -H " + quoted("Authorization: bearer " + token)
                + " -H 'Content-Type: application/json' " + quoted(url) + " -d ";
    }

    /** A text as a shell takes it. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
