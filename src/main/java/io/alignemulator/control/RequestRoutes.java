package io.alignemulator.control;

import io.alignemulator.catalogue.Json;
import io.alignemulator.resource.call.Parameters;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.journal.Exchange;
import io.alignemulator.sandbox.journal.ExchangeJson;
import io.alignemulator.sandbox.journal.ExchangeText;
import io.alignemulator.sandbox.journal.Har;
import io.alignemulator.sandbox.journal.Journal.Contents;
import io.alignemulator.sandbox.journal.MatcherReader;
import io.alignemulator.sandbox.journal.RequestMatcher;
import io.alignemulator.sandbox.journal.Verification;
import io.alignemulator.sandbox.journal.Verification.Count;
import io.alignemulator.settings.BuildInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Routes about what was asked and answered. */
final class RequestRoutes {

    /** Where the events are; the server holds these calls open itself. */
    static final String STREAM = "/requests/stream";

    private static final Set<String> VIEW = Set.of("limit", "offset", "order", "format");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    List<Route> all() {
        return List.of(
                new Route(
                        "GET",
                        "/requests",
                        "The journal; ?method=&path=&status=&from=&to=&persona=&user=&rule=&ignored= choose, limit, offset and order=newest page, format=text reads well.",
                        RequestRoutes::list),
                new Route("DELETE", "/requests", "Empties the journal.", (call, sandbox) -> {
                    sandbox.journal().clear();
                    return Response.empty(204);
                }),
                new Route(
                        "POST",
                        "/requests/verify",
                        "Whether calls were made: {\"matcher\": {...}, \"count\": 1 or {\"atLeast\": 1, \"atMost\": 2}, \"timeout\": \"PT5S\"}; waits up to the timeout.",
                        RequestRoutes::verify),
                new Route(
                        "GET",
                        "/requests/har",
                        "The journal as an HTTP archive.",
                        (call, sandbox) -> Answers.json(
                                200,
                                Har.of(
                                        sandbox.journal().contents(each -> true).exchanges(),
                                        call.origin(),
                                        BuildInfo.version()))),
                new Route("GET", STREAM, "New calls as server-sent events.", (call, sandbox) -> Response.empty(406)),
                new Route("GET", "/requests/{number}", "One exchange.", RequestRoutes::one));
    }

    private static Response list(Call call, Sandbox sandbox) {
        ObjectNode matcher = Json.object();
        for (Parameters.Pair pair : call.query().pairs()) {
            if (!VIEW.contains(pair.name())) {
                matcher.put(pair.name(), pair.value());
            }
        }
        RequestMatcher wanted = matcher(matcher);
        Contents contents = sandbox.journal().contents(wanted::matches);
        List<Exchange> page = page(call, contents.exchanges());
        if (call.wantsText()) {
            return Response.text(200, page.stream().map(ExchangeText::whole).collect(Collectors.joining("\n")));
        }
        ObjectNode json = Json.object()
                .put("total", contents.total())
                .put("dropped", contents.dropped())
                .put("matched", contents.exchanges().size());
        ArrayNode requests = json.putArray("requests");
        page.forEach(exchange -> requests.add(ExchangeJson.of(exchange)));
        return Answers.json(200, json);
    }

    private static List<Exchange> page(Call call, List<Exchange> all) {
        int offset = number(call, "offset", 0);
        int limit = number(call, "limit", 100);
        List<Exchange> ordered = new ArrayList<>(all);
        if (call.parameter("order").filter("newest"::equalsIgnoreCase).isPresent()) {
            Collections.reverse(ordered);
        }
        int from = Math.min(offset, ordered.size());
        return ordered.subList(from, Math.min(ordered.size(), from + limit));
    }

    private static int number(Call call, String name, int fallback) {
        try {
            int number = call.parameter(name).map(Integer::parseInt).orElse(fallback);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a negative number
        }
        throw new ControlException(400, name + " is a whole number from 0.");
    }

    private static Response one(Call call, Sandbox sandbox) {
        String number = call.variable("number");
        return sandbox.journal().contents(each -> Long.toString(each.number()).equals(number)).exchanges().stream()
                .findFirst()
                .map(exchange -> call.wantsText()
                        ? Response.text(200, ExchangeText.whole(exchange))
                        : Answers.json(200, ExchangeJson.of(exchange)))
                .orElseThrow(() -> new ControlException(404, "The journal has no exchange " + number + "."));
    }

    private static Response verify(Call call, Sandbox sandbox) {
        JsonNode json = call.json();
        Bodies.onlyKeys(json, Set.of("matcher", "count", "timeout"));
        RequestMatcher matcher = matcher(json.has("matcher") ? json.path("matcher") : Json.object());
        Duration timeout = Bodies.text(json, "timeout")
                .map(text -> Call.duration("timeout", text))
                .orElse(Duration.ZERO);
        if (timeout.isNegative() || timeout.compareTo(LONGEST_WAIT) > 0) {
            throw new ControlException(400, "timeout is PT0S to " + LONGEST_WAIT + ".");
        }
        try {
            return Answers.json(200, json(Verification.of(sandbox.journal(), matcher, count(json), timeout)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlException(503, "The server is closing.");
        }
    }

    private static ObjectNode json(Verification verification) {
        ObjectNode json = Json.object().put("verified", verification.holds()).put("text", verification.text());
        json.put("count", verification.matched().size());
        verification.matched().forEach(exchange -> json.withArray("matched").add(exchange.number()));
        for (Verification.NearMiss miss : verification.nearest()) {
            ObjectNode near = json.withArray("nearMisses").addObject();
            near.put("number", miss.exchange().number()).put("call", ExchangeText.line(miss.exchange()));
            miss.differences().forEach(near.putArray("differences")::add);
        }
        return json;
    }

    private static Count count(JsonNode json) {
        JsonNode count = json.path("count");
        if (count.isObject()) {
            Bodies.onlyKeys(count, Set.of("atLeast", "atMost"));
            return new Count(Bodies.number(count, "atLeast", 0).orElse(0), Bodies.number(count, "atMost", 0));
        }
        Optional<Integer> exactly = Bodies.number(json, "count", 0);
        return exactly.map(number -> new Count(number, exactly)).orElse(Count.AT_LEAST_ONCE);
    }

    private static RequestMatcher matcher(JsonNode json) {
        try {
            return MatcherReader.read(json);
        } catch (IllegalArgumentException e) {
            throw new ControlException(400, String.valueOf(e.getMessage()));
        }
    }
}
