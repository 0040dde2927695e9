package io.alignemulator.console.traffic;

import io.alignemulator.console.view.Frame;
import io.alignemulator.sandbox.journal.RecordedExchange.Header;
import java.util.List;

/**
 * What the page of one exchange prints.
 *
 * @param line the exchange in one line
 * @param back address of the list
 * @param newer address of the next call; empty where there is none
 * @param older address of the call before; empty where there is none
 * @param ignored fields that were sent and did nothing, by JSON pointer
 * @param options of the query by name, decoded
 * @param wrote whether the call was one that may change something
 */
public record ExchangeView(
        Frame frame,
        CallLine line,
        String back,
        String newer,
        String older,
        List<Rule> rules,
        List<String> ignored,
        boolean wrote,
        List<Header> options,
        List<ChangeLine> changes,
        Message request,
        Message response,
        List<Snippet> snippets) {

    /**
     * A rule that had a say.
     *
     * @param known how it is known
     * @param surprising whether what was sent was read otherwise than it looks
     */
    public record Rule(String id, String says, String known, boolean surprising) {}

    /**
     * What went over the wire one way.
     *
     * @param body to be read; empty for none
     * @param aside what is to be known of the body; empty for nothing
     */
    public record Message(List<Header> headers, String body, String aside) {}

    /**
     * The call again, as somebody would write it.
     *
     * @param title language or format
     */
    public record Snippet(String title, String text) {}
}
