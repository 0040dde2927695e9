package io.alignemulator.drift;

import io.alignemulator.drift.site.SiteCall.Credential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call and what a site should answer. Placeholders: {list}, {LIST} and {singular} are the collection, {one} and {many} its nouns, {id} one of its records, {number}, {quoted} and
 * {word} what a sentence says of the call.
 *
 * @param rules ids of the rules that it speaks of
 * @param method GET where none is given
 * @param at address below the base of the API; from the host on where it begins with a slash
 * @param send body of a write, with {program}, {record} for what GET answered before
 * @param each asked of each collection, else of one
 * @param as whose credential goes along: own (where none is given), none, wrong
 * @param status what is expected; so are the following where they are given
 * @param body empty, array, object, problem, value, html, text
 * @param type media type
 * @param headers names in lower case, with the kind of their value
 * @param sentence the body, with placeholders
 * @param rows how many records
 * @param ids ascending, descending, or same: those of the plain list
 * @param keys of the first record
 * @param part the answer shows a part of what the rules say, so that it does not prove them
 */
record Probe(
        List<String> rules,
        Optional<String> method,
        String at,
        Optional<JsonNode> send,
        boolean each,
        Optional<String> as,
        int status,
        Optional<String> body,
        Optional<String> type,
        Optional<Map<String, String>> headers,
        Optional<String> sentence,
        Optional<Integer> rows,
        Optional<String> ids,
        Optional<List<String>> keys,
        boolean part) {

    String verb() {
        return method.orElse("GET");
    }

    Credential credential() {
        return Credential.valueOf(as.orElse("own").toUpperCase(java.util.Locale.ROOT));
    }

    /** What is sent, as text; empty for nothing. */
    String sent() {
        return send.map(JsonNode::toString).orElse("");
    }

    /** How it is called in reports. */
    String name() {
        return verb() + " " + at
                + as.map(each -> " with the credential " + each).orElse("");
    }
}
