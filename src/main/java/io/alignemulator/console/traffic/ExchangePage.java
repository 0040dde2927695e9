package io.alignemulator.console.traffic;

import io.alignemulator.console.traffic.ExchangeView.Message;
import io.alignemulator.console.view.Glance;
import io.alignemulator.console.view.Page;
import io.alignemulator.console.view.Shown;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.rules.RuleBook;
import io.alignemulator.rules.RuleEntry;
import io.alignemulator.sandbox.journal.Body;
import io.alignemulator.sandbox.journal.Masking;
import io.alignemulator.sandbox.journal.RecordedExchange;
import io.alignemulator.sandbox.journal.RecordedExchange.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One exchange: what was asked and answered, what it changed, by which rules, and how to make it again. */
public final class ExchangePage implements Page {

    @Override
    public Shown show(Glance glance) {
        List<RecordedExchange> all = glance.sandbox().journal().contents().exchanges().stream()
                .filter(each -> TrafficFilter.sees(glance, each))
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> Long.toString(all.get(i).number()).equals(glance.variable("number")))
                .mapToObj(i -> Shown.of("exchange.jte", view(glance, all, i)))
                .findFirst()
                .orElseGet(() -> glance.missing(
                        "No such call",
                        "There is no call of that number in the journal. It keeps the latest ones, and a reset"
                                + " empties it."));
    }

    private static ExchangeView view(Glance glance, List<RecordedExchange> all, int at) {
        RecordedExchange exchange = all.get(at);
        Masking masking = glance.sandbox()
                .journal()
                .masking("", Optional.empty(), glance.state().tokens());
        return new ExchangeView(
                glance.frame("Call " + exchange.number(), TrafficPage.HERE),
                CallLine.of(exchange, glance.links()),
                glance.links().page(TrafficPage.HERE),
                at + 1 < all.size() ? href(glance, all.get(at + 1)) : "",
                at > 0 ? href(glance, all.get(at - 1)) : "",
                exchange.rules().stream().map(id -> rule(id, exchange)).toList(),
                List.copyOf(exchange.ignored()),
                !List.of("GET", "HEAD", "OPTIONS").contains(exchange.method()),
                options(exchange.query()),
                exchange.changes().stream()
                        .map(each -> ChangeLine.of(each, glance, masking))
                        .toList(),
                message(exchange.request().headers(), exchange.request().body()),
                message(exchange.response().headers(), exchange.response().body()),
                new Snippets(glance, exchange).all());
    }

    /** The query as the server reads it. */
    private static List<Header> options(String query) {
        return QueryString.parse(query).pairs().stream()
                .map(pair -> new Header(pair.name(), pair.value()))
                .toList();
    }

    private static String href(Glance glance, RecordedExchange exchange) {
        return glance.links().page(TrafficPage.HERE + "/" + exchange.number());
    }

    private static ExchangeView.Rule rule(String id, RecordedExchange exchange) {
        Optional<RuleEntry> entry = RuleBook.load().find(id);
        return new ExchangeView.Rule(
                id,
                entry.map(RuleEntry::says).orElse(""),
                entry.map(each -> each.evidence().meaning()).orElse(""),
                exchange.notes().contains(id));
    }

    private static Message message(List<Header> headers, Body body) {
        Optional<String> text = body.text();
        String length = body.length() + (body.length() == 1 ? " byte" : " bytes");
        if (body.length() == 0) {
            return new Message(headers, "", "No body.");
        }
        if (text.isEmpty()) {
            return new Message(headers, "", length + " that are no text.");
        }
        return body.isTruncated()
                ? new Message(headers, text.get(), length + ", of which the journal keeps the beginning.")
                : new Message(headers, readable(text.get()), length + ".");
    }

    /** JSON with line breaks, any other text as it is. */
    private static String readable(String text) {
        try {
            JsonMapper json = JsonMapper.shared();
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(text));
        } catch (JacksonException e) {
            return text;
        }
    }
}
