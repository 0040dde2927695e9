package io.alignemulator.resource.call;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a body is declared to be.
 *
 * @param name in lower case, without parameters; empty when nothing is declared
 * @param charset in lower case; empty when none is named
 * @param hasBoundary whether there is a parameter of a multipart body
 */
public record MediaType(String name, String charset, boolean hasBoundary) {

    public static MediaType of(String header) {
        String[] parts = header.toLowerCase(Locale.ROOT).split(";");
        return new MediaType(
                parts[0].strip(),
                parameter(parts, "charset"),
                !parameter(parts, "boundary").isEmpty());
    }

    private static String parameter(String[] parts, String name) {
        for (String part : parts) {
            int sign = part.indexOf('=');
            if (sign >= 0 && part.substring(0, sign).strip().equals(name)) {
                return part.substring(sign + 1).strip().replace("\"", "");
            }
        }
        return "";
    }

    /** Whether it is one of JSON. */
    public boolean isJson() {
        return name.equals("application/json")
                || name.equals("text/json")
                || (name.startsWith("application/") && name.endsWith("+json"));
    }

    /** How characters are encoded; empty where the server does not know the encoding. */
    public Optional<Charset> encoding() {
        return switch (charset) {
            case "", "utf-8" -> Optional.of(StandardCharsets.UTF_8);
            case "utf-16" -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    /** Whether it is a form in parts, which the framework tries to read before it looks for a reader of bodies. */
    public boolean isMultipart() {
        return name.equals("multipart/form-data");
    }
}
