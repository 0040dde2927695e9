package io.alignemulator.client;

import java.util.List;
import java.util.Map;

/** Named states of a sandbox: records, tokens and settings. */
public final class SandboxSnapshots {

    private final ControlApi api;

    SandboxSnapshots(ControlApi api) {
        this.api = api;
    }

    /** Keeps the state under a name, in place of what the name stood for. */
    public void put(String name) {
        api.object("PUT", path(name), null);
    }

    /** Brings a state back. */
    public void restore(String name) {
        api.send("POST", path(name) + "/restore", null);
    }

    public void delete(String name) {
        api.send("DELETE", path(name), null);
    }

    /** Name, time and number of changes. */
    public Map<String, Object> get(String name) {
        return api.object("GET", path(name), null);
    }

    /** Names, times and numbers of changes. */
    public List<Map<String, Object>> all() {
        return api.objects("/snapshots");
    }

    private static String path(String name) {
        return "/snapshots/" + ControlApi.encoded(name);
    }
}
