package io.alignemulator.resource.call;

import io.alignemulator.resource.call.Parameters.Pair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes the query of a URL as leniently as real clients need (rule LIST-13): empty pairs, {@code +} for a blank, encoded and literal dollar signs side by
 * side. A percent sign that starts no escape stands for itself.
 */
public final class QueryString {

    private QueryString() {}

    public static Parameters parse(String raw) {
        List<Pair> pairs = new ArrayList<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                pairs.add(new Pair(decode(name, true), equals < 0 ? "" : decode(pair.substring(equals + 1), true)));
            }
        }
        return new Parameters(pairs);
    }

    /** @param plusIsBlank whether a plus sign stands for a blank, as it does in a query but not in a path */
    public static String decode(String text, boolean plusIsBlank) {
        if (text.indexOf('%') < 0 && !(plusIsBlank && text.indexOf('+') >= 0)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
            if (escaped >= 0) {
                decoded.write(escaped);
                i += 2;
            } else {
                decoded.write(plusIsBlank && bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : h * 16 + l;
    }
}
