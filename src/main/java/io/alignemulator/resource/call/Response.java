package io.alignemulator.resource.call;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer, free of any HTTP library.
 *
 * @param contentType empty when there is no content
 */
public record Response(int status, String contentType, Content content, Map<String, String> headers) {

    private static final Content NOTHING = Content.of(new byte[0]);

    public static final String JSON = "application/json; charset=utf-8";
    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String PROBLEM = "application/problem+json; charset=utf-8";

    public Response(int status, String contentType, byte[] body, Map<String, String> headers) {
        this(status, contentType, Content.of(body), headers);
    }

    public static Response empty(int status) {
        return new Response(status, "", NOTHING, Map.of());
    }

    public static Response json(int status, byte[] body) {
        return json(status, Content.of(body));
    }

    public static Response json(int status, Content content) {
        return new Response(status, JSON, content, Map.of());
    }

    public static Response text(int status, String sentence) {
        return new Response(status, TEXT, sentence.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public Response with(String header, String value) {
        Map<String, String> more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new Response(status, contentType, content, Map.copyOf(more));
    }

    /** The content in one array. */
    public byte[] body() {
        return content.bytes();
    }

    /** The same with its content in one array. */
    Response whole() {
        return content.isWhole() ? this : new Response(status, contentType, content.bytes(), headers);
    }
}
