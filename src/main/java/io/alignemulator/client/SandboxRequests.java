package io.alignemulator.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The journal of a sandbox: what was asked and answered, with credentials masked. Exchanges have the keys of {@code GET /_emulator/requests}. */
public final class SandboxRequests {

    private static final int PAGE = 1000;

    private final ControlApi api;

    SandboxRequests(ControlApi api) {
        this.api = api;
    }

    /** All exchanges that are kept, the oldest first. */
    public List<Map<String, Object>> all() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (boolean more = true; more; ) {
            Map<String, Object> page = api.object("GET", "/requests?limit=" + PAGE + "&offset=" + all.size(), null);
            List<Map<String, Object>> next = ControlApi.objectsIn(page, "requests");
            all.addAll(next);
            more = next.size() == PAGE;
        }
        return all;
    }

    /** One exchange. */
    public Map<String, Object> get(long number) {
        return api.object("GET", "/requests/" + number, null);
    }

    /** The newest exchanges for people, the newest first, as they went over the wire. */
    public String text(int newest) {
        return api.send("GET", "/requests?format=text&order=newest&limit=" + newest, null);
    }

    /** The journal as an HTTP archive. */
    public Map<String, Object> har() {
        return api.object("GET", "/requests/har", null);
    }

    /**
     * Fails unless the calls were made.
     *
     * @throws AssertionError with the calls that come nearest, and in what they differ
     */
    public void verify(Calls calls) {
        Map<String, Object> answer = api.object("POST", "/requests/verify", calls.body());
        if (!Boolean.TRUE.equals(answer.get("verified"))) {
            throw new AssertionError(String.valueOf(answer.get("text")));
        }
    }

    /** How many such calls there were. */
    public int count(Calls calls) {
        return ((Number) api.object("POST", "/requests/verify", calls.body()).getOrDefault("count", 0)).intValue();
    }

    /**
     * Tells every exchange that follows to a listener, on a thread of its own, until closed. Returns when the emulator listens, so no call made afterwards is missed.
     */
    public Following follow(Consumer<Map<String, Object>> listener) {
        return Following.start(api, "/requests/stream", listener);
    }

    /** Empties the journal. */
    public void clear() {
        api.send("DELETE", "/requests", null);
    }
}
