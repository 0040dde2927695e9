package io.alignemulator.client;

import io.alignemulator.protocol.ClientVerdicts;
import io.alignemulator.protocol.calls.Exchange;
import io.alignemulator.protocol.calls.VerifyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The journal of a sandbox: what was asked and answered, with credentials masked. */
public final class SandboxRequests {

    private static final int PAGE = 1000;

    private final ControlApi api;

    SandboxRequests(ControlApi api) {
        this.api = api;
    }

    /** All exchanges that are kept, the oldest first. */
    public List<Exchange> all() {
        List<Exchange> all = new ArrayList<>();
        for (boolean more = true; more; ) {
            List<Exchange> next = api.get("/requests?limit=" + PAGE + "&offset=" + all.size(), Exchange.Page.class)
                    .requests();
            all.addAll(next);
            more = next.size() == PAGE;
        }
        return all;
    }

    /** One exchange. */
    public Exchange get(long number) {
        return api.get("/requests/" + number, Exchange.class);
    }

    /** The newest exchanges for people, the newest first, as they went over the wire. */
    public String text(int newest) {
        return api.send("GET", "/requests?format=text&order=newest&limit=" + newest, null);
    }

    /** The journal as an HTTP archive, which is JSON. */
    public String har() {
        return api.send("GET", "/requests/har", null);
    }

    /**
     * Fails unless the calls were made.
     *
     * @throws AssertionError with the calls that come nearest, and in what they differ
     */
    public void verify(Calls calls) {
        VerifyResult result = check(calls);
        if (!result.verified()) {
            throw new AssertionError(result.text());
        }
    }

    /** Whether the calls were made, which, and what comes nearest. */
    public VerifyResult check(Calls calls) {
        return api.call("POST", "/requests/verify", calls.request(), VerifyResult.class);
    }

    /** How many such calls there were. */
    public int count(Calls calls) {
        return check(calls).count();
    }

    /**
     * Tells every exchange that follows to a listener, on a thread of its own, until closed. Returns when the emulator listens, so no call made afterwards is missed.
     */
    public Following follow(Consumer<Exchange> listener) {
        return Following.start(api, "/requests/stream", listener);
    }

    /** Empties the journal. */
    public void clear() {
        api.send("DELETE", "/requests", null);
    }

    /** What they say until now of the client that made them, by the requirements of the conformance suite. */
    public ClientVerdicts verdicts() {
        return api.get("/conformance", ClientVerdicts.class);
    }
}
