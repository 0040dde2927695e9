package io.alignemulator.sandbox.journal;

import io.alignemulator.protocol.calls.Printable;
import io.alignemulator.sandbox.journal.RecordedExchange.Header;
import java.util.List;

/** Exchanges for people, on a terminal too: what acts on one is escaped. */
public final class ExchangeText {

    private ExchangeText() {}

    /** One line: number, call, status, who. */
    public static String line(RecordedExchange exchange) {
        return "#" + exchange.number() + " " + call(exchange);
    }

    /** The same without the number. */
    public static String call(RecordedExchange exchange) {
        return Printable.of(exchange.request().method() + " "
                + exchange.request().target() + " -> "
                + (exchange.response().status() == 0
                        ? "closed"
                        : Integer.toString(exchange.response().status()))
                + exchange.user().map(user -> " as " + user.persona()).orElse("")
                + (exchange.fault().isEmpty() ? "" : " (" + exchange.fault() + ")"));
    }

    /** The whole, as it went over the wire. */
    public static String whole(RecordedExchange exchange) {
        StringBuilder text = new StringBuilder(line(exchange)).append(", ").append(exchange.time());
        if (!exchange.rules().isEmpty()) {
            text.append("\nrules: ").append(String.join(", ", exchange.rules()));
        }
        if (!exchange.ignored().isEmpty()) {
            text.append("\nsent and ignored: ").append(String.join(", ", exchange.ignored()));
        }
        if (!exchange.notes().isEmpty()) {
            text.append("\nread otherwise than it looks: ").append(String.join(", ", exchange.notes()));
        }
        part(text, ">", exchange.request().headers(), exchange.request().body());
        part(text, "<", exchange.response().headers(), exchange.response().body());
        return Printable.of(text.append('\n').toString());
    }

    private static void part(StringBuilder text, String mark, List<Header> headers, Body body) {
        headers.forEach(header -> text.append('\n')
                .append(mark)
                .append(' ')
                .append(header.name())
                .append(": ")
                .append(header.value()));
        if (body.length() > 0) {
            text.append('\n').append(body.text().orElse("(" + body.length() + " bytes)"));
            text.append(body.isTruncated() ? "... (" + body.length() + " bytes)" : "");
        }
    }
}
