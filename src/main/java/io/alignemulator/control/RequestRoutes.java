package io.alignemulator.control;

import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.protocol.calls.CallMatcher;
import io.alignemulator.protocol.calls.JournalView;
import io.alignemulator.protocol.calls.VerifyRequest;
import io.alignemulator.protocol.calls.VerifyResult;
import io.alignemulator.protocol.json.InvalidValueException;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.calls.CallFilter;
import io.alignemulator.sandbox.journal.ExchangeText;
import io.alignemulator.sandbox.journal.ExchangeWords;
import io.alignemulator.sandbox.journal.Har;
import io.alignemulator.sandbox.journal.Journal.Contents;
import io.alignemulator.sandbox.journal.RecordedExchange;
import io.alignemulator.sandbox.journal.Verification;
import io.alignemulator.settings.BuildInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Routes about what was asked and answered. */
final class RequestRoutes {

    /** Where the events are; the server holds these calls open itself. */
    static final String STREAM = "/requests/stream";

    static final String VERIFY = "/requests/verify";

    private final Endpoints endpoints;

    RequestRoutes(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.get("/requests", "The journal, or the calls of it that are meant.")
                        .query(CallMatcher.class, JournalView.class)
                        .answers(io.alignemulator.protocol.calls.Exchange.Page.class)
                        .orText()
                        .by(this::list),
                ControlRoute.delete("/requests", "Empties the journal.").by((call, sandbox) -> {
                    sandbox.journal().clear();
                    return Response.empty(204);
                }),
                ControlRoute.post(VERIFY, "Whether calls were made; waits up to the timeout.")
                        .body(
                                VerifyRequest.class,
                                "{\"matcher\": {\"method\": \"PATCH\", \"path\": \"/epics/1001\"}, \"count\": 0}")
                        .answers(VerifyResult.class)
                        .by(this::verify),
                ControlRoute.get("/requests/har", "The journal as an HTTP archive.")
                        .answersAs("application/json")
                        .by((call, sandbox) -> Answers.json(
                                200,
                                Har.of(sandbox.journal().contents().exchanges(), call.origin(), BuildInfo.version()))),
                ControlRoute.get(STREAM, "New calls as server-sent events.")
                        .answersAs("text/event-stream")
                        .by((call, sandbox) -> Response.empty(406)),
                ControlRoute.get("/requests/{number}", "One exchange.")
                        .answers(io.alignemulator.protocol.calls.Exchange.class)
                        .orText()
                        .by(RequestRoutes::one));
    }

    private Response list(Call call, Sandbox sandbox) {
        CallFilter filter = filter(call.queryBut(CallMatcher.class, JournalView.class), "");
        JournalView view = call.query(JournalView.class);
        Contents contents = sandbox.journal().contents();
        List<RecordedExchange> meant = filter.chosen(contents.exchanges());
        List<RecordedExchange> page = page(view, meant);
        return call.wantsText()
                ? Response.text(200, page.stream().map(ExchangeText::whole).collect(Collectors.joining("\n")))
                : Answers.json(
                        200,
                        new io.alignemulator.protocol.calls.Exchange.Page(
                                contents.total(),
                                contents.dropped(),
                                meant.size(),
                                page.stream().map(ExchangeWords::of).toList()));
    }

    private static List<RecordedExchange> page(JournalView view, List<RecordedExchange> all) {
        List<RecordedExchange> ordered = new ArrayList<>(all);
        if (view.order().filter("newest"::equalsIgnoreCase).isPresent()) {
            Collections.reverse(ordered);
        }
        int from = Math.min(view.offset().orElse(0), ordered.size());
        int to = (int) Math.min(ordered.size(), (long) from + view.limit().orElse(100));
        return ordered.subList(from, to);
    }

    private static Response one(Call call, Sandbox sandbox) {
        String number = call.variable("number");
        return sandbox.journal().contents().exchanges().stream()
                .filter(each -> Long.toString(each.number()).equals(number))
                .findFirst()
                .map(exchange -> call.wantsText()
                        ? Response.text(200, ExchangeText.whole(exchange))
                        : Answers.json(200, ExchangeWords.of(exchange)))
                .orElseThrow(() -> new ControlCallException(404, "The journal has no exchange " + number + "."));
    }

    /** Whether the call may have to wait for others. */
    static boolean isWaiting(Call call) {
        return call.body(VerifyRequest.class)
                .timeout()
                .filter(timeout -> timeout.compareTo(Duration.ZERO) > 0)
                .isPresent();
    }

    private Response verify(Call call, Sandbox sandbox) {
        VerifyRequest request = call.body(VerifyRequest.class);
        try {
            return Answers.json(
                    200,
                    Verification.of(
                            sandbox.journal(),
                            filter(request.matcher(), "/matcher"),
                            request.count().orElse(VerifyRequest.Count.AT_LEAST_ONCE),
                            request.timeout().orElse(Duration.ZERO)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlCallException(503, "The server is closing.");
        }
    }

    private CallFilter filter(CallMatcher matcher, String pointer) {
        try {
            return new CallFilter(matcher, endpoints);
        } catch (InvalidValueException e) {
            throw ControlCallException.refusing(e.in(pointer));
        }
    }
}
