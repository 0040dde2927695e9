package io.alignemulator.client;

import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.faults.FaultInfo;
import java.util.List;

/** What goes wrong on purpose in a sandbox: {@code faults().add(Fault.status(503).on(PATCH, "/epics/*").nth(2))}. */
public final class SandboxFaults {

    private static final String PATH = "/faults";

    private final ControlApi api;

    SandboxFaults(ControlApi api) {
        this.api = api;
    }

    /**
     * Adds a fault.
     *
     * @return its id
     * @throws ControlException with the reason when it can never act
     */
    public long add(Fault fault) {
        return api.call("POST", PATH, fault, FaultInfo.class).id();
    }

    /** All faults, with how often each matched and acted. */
    public List<FaultInfo> all() {
        return api.list(PATH, FaultInfo.class);
    }

    /** One fault. */
    public FaultInfo get(long id) {
        return api.get(PATH + "/" + id, FaultInfo.class);
    }

    /** Removes a fault; what it ended begins again. */
    public void remove(long id) {
        api.send("DELETE", PATH + "/" + id, null);
    }

    /** Removes all faults. */
    public void clear() {
        api.send("DELETE", PATH, null);
    }
}
