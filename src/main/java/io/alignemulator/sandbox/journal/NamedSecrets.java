package io.alignemulator.sandbox.journal;

import io.alignemulator.catalogue.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Finds what bodies and queries hold under names that say that it is a credential: members of JSON, operations of a JSON Patch, parameters. */
final class NamedSecrets {

    private NamedSecrets() {}

    /** Texts of a body that stand under such a name; empty for what is no JSON. */
    static Set<String> in(byte[] body) {
        Set<String> found = new HashSet<>();
        try {
            collect(Json.read(body), false, found);
        } catch (JacksonException e) {
            return Set.of();
        }
        return found;
    }

    private static void collect(JsonNode node, boolean named, Set<String> found) {
        if (node.isString() && named) {
            found.add(node.asString());
        }
        boolean patched = node.isObject() && Secrets.isNamed(node.path("path").asString(""));
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            boolean value = patched && member.getKey().equalsIgnoreCase("value");
            collect(member.getValue(), value || Secrets.isNamed(member.getKey()), found);
        }
        if (node.isArray()) {
            node.forEach(each -> collect(each, named, found));
        }
    }

    /** A query, or a body that is written like one, without the values of such parameters. */
    static String withoutParameters(String query) {
        if (query.indexOf('=') < 0) {
            return query;
        }
        StringBuilder masked = new StringBuilder(query.length());
        for (int from = 0; from <= query.length(); ) {
            int and = query.indexOf('&', from);
            int end = and < 0 ? query.length() : and;
            int equals = query.indexOf('=', from);
            boolean named = equals > from && equals + 1 < end && isNamed(query.substring(from, equals));
            masked.append(query, from, named ? equals + 1 : end).append(named ? Secrets.MASK : "");
            if (and >= 0) {
                masked.append('&');
            }
            from = end + 1;
        }
        return masked.toString();
    }

    private static boolean isNamed(String name) {
        return name.indexOf('%') < 0
                ? Secrets.isNamed(name)
                : Unwrapped.all(name).stream().anyMatch(each -> Secrets.isNamed(each.text()));
    }
}
