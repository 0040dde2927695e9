package io.alignemulator.control;

import io.alignemulator.access.TokenText;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.Response;
import io.alignemulator.resource.verbs.Explanation;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.world.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Routes about who may do what: tokens, and why a call is refused. */
final class AccessRoutes {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Addresses addresses;

    AccessRoutes(Addresses addresses) {
        this.addresses = addresses;
    }

    List<Route> all() {
        return List.of(
                new Route("GET", "/tokens", "The tokens of the site's users.", (call, sandbox) -> tokens(sandbox)),
                new Route(
                        "POST",
                        "/tokens",
                        "Generates a token for a user and ends those the user had, as on a user's profile page.",
                        AccessRoutes::generate),
                new Route("GET", "/access", "What a user's call would be told, and why.", this::explain));
    }

    private static Response tokens(Sandbox sandbox) {
        List<Map<String, Object>> tokens = sandbox.state().tokens().all().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(each -> token(each.getKey(), each.getValue()))
                .toList();
        return Answers.json(200, tokens);
    }

    private static Response generate(Call call, Sandbox sandbox) {
        JsonNode id = call.json().path("userId");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw new ControlException(400, "The body must be {\"userId\": id}.");
        }
        Row user = user(sandbox, id.asLong());
        String token = TokenText.issue(user.id(), sandbox.identity().key());
        sandbox.tokens(tokens -> tokens.replaced(user.id(), token));
        return Answers.json(201, token(token, user.id()));
    }

    private static Map<String, Object> token(String text, long userId) {
        Map<String, Object> token = new LinkedHashMap<>();
        token.put("token", text);
        token.put("userId", userId);
        return token;
    }

    private static Row user(Sandbox sandbox, long id) {
        return sandbox.state()
                .world()
                .get("User", id)
                .orElseThrow(() -> new ControlException(404, "There is no user " + id + "."));
    }

    private Response explain(Call call, Sandbox sandbox) {
        Row user = user(sandbox, number(call.required("user")));
        String method = call.required("verb").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new ControlException(400, "The verb is one of GET, POST, PUT, PATCH, DELETE.");
        }
        String path = call.required("path");
        String below = path.regionMatches(true, 0, Addresses.BASE, 0, Addresses.BASE.length())
                ? path.substring(Addresses.BASE.length()) : path;
        Explanation explanation = Explanation.of(
                addresses,
                sandbox.state().world(),
                user,
                sandbox.state().settings(),
                method,
                (below.startsWith("/") ? below : "/" + below).split("[?#]", 2)[0]);
        return Answers.json(200, json(user, method, path, explanation));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ControlException(400, "The user is named by id, not '" + text + "'.");
        }
    }

    private static Map<String, Object> json(Row user, String method, String path, Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("user", user.id());
        json.put("verb", method);
        json.put("path", path);
        json.put("decision", explanation.decision());
        explanation.status().ifPresent(status -> json.put("status", status));
        json.put("rule", explanation.rule().id());
        json.put("reason", explanation.reason());
        json.put("missingToggles", explanation.missingToggles());
        json.put(
                "missingMemberships",
                explanation.missingMemberships().stream()
                        .map(each -> Map.of("teamId", each.teamId(), "teamName", each.teamName()))
                        .toList());
        return json;
    }
}
