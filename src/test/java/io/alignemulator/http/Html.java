package io.alignemulator.http;

/** What pages of the console say, as a browser reads it. */
final class Html {

    private Html() {}

    /** The text that escaped text stands for. */
    static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
