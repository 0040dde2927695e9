package io.alignemulator.client;

import io.alignemulator.protocol.SnapshotInfo;
import java.util.List;

/** Named states of a sandbox: records, tokens and settings. */
public final class SandboxSnapshots {

    private final ControlApi api;

    SandboxSnapshots(ControlApi api) {
        this.api = api;
    }

    /** Keeps the state under a name, in place of what the name stood for. */
    public void put(String name) {
        api.send("PUT", path(name), null);
    }

    /** Brings a state back. */
    public void restore(String name) {
        api.send("POST", path(name) + "/restore", null);
    }

    public void delete(String name) {
        api.send("DELETE", path(name), null);
    }

    /** Name, time and number of changes. */
    public SnapshotInfo get(String name) {
        return api.get(path(name), SnapshotInfo.class);
    }

    /** Names, times and numbers of changes. */
    public List<SnapshotInfo> all() {
        return api.list("/snapshots", SnapshotInfo.class);
    }

    private static String path(String name) {
        return "/snapshots/" + ControlApi.encoded(name);
    }
}
