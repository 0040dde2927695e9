package io.alignemulator.console.traffic;

import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Times;
import io.alignemulator.sandbox.journal.RecordedExchange;
import java.util.regex.Pattern;

/**
 * An exchange as a line of the list.
 *
 * @param time by the clock of the site
 * @param took milliseconds until the answer was ready
 * @param answer the status, or that the connection was closed
 * @param tone of the answer: {@code good}, {@code warn} for a refusal, {@code bad} for what failed
 * @param fault what went wrong on purpose; empty for nothing
 * @param why the beginning of what a call was answered that was not taken; empty for one that was
 */
public record CallLine(
        long number,
        String href,
        String time,
        long took,
        String method,
        String target,
        String answer,
        String tone,
        String who,
        String fault,
        String why) {

    private static final int MOST_TOLD = 160;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static CallLine of(RecordedExchange exchange, Links links) {
        return new CallLine(
                exchange.number(),
                links.page("/traffic/" + exchange.number()),
                Times.of(exchange.time()),
                exchange.duration().toMillis(),
                exchange.request().method(),
                exchange.request().target(),
                answerOf(exchange.response().status()),
                toneOf(exchange.response().status()),
                exchange.persona(),
                exchange.fault().isEmpty() ? "" : "fault: " + exchange.fault(),
                exchange.response().status() < 400
                        ? ""
                        : begun(exchange.response().body().text().orElse("")));
    }

    private static String begun(String answer) {
        String line = BLANKS.matcher(answer).replaceAll(" ").strip();
        return line.length() <= MOST_TOLD ? line : line.substring(0, MOST_TOLD) + " …";
    }

    private static String answerOf(int status) {
        return status == 0 ? "closed" : Integer.toString(status);
    }

    private static String toneOf(int status) {
        return status >= 200 && status < 400 ? "good" : status >= 400 && status < 500 ? "warn" : "bad";
    }
}
