package io.alignemulator.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes wrong on purpose in a sandbox. Faults are written as the control API has them, {@code {"match": {"method": "PATCH", "path": "/epics/*", "nth": 2}, "effect": {"type":
 * "status", "code": 503}}}, as maps or as JSON text.
 */
public final class SandboxFaults {

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
    public long add(Map<String, ?> fault) {
        return id(api.object("POST", "/faults", fault));
    }

    /** Adds a fault that is written as JSON. */
    public long add(String json) {
        return add(ControlApi.parsedObject(json));
    }

    /**
     * Adds a fault to the calls of a method and a path.
     *
     * @param path below the base of the REST API; a {@code *} stands for one segment
     * @param effect {@code type} and what belongs to it, e.g. {@code Map.of("type", "status", "code", 503)}
     */
    public long add(String method, String path, Map<String, ?> effect) {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("match", Map.of("method", method, "path", path));
        fault.put("effect", effect);
        return add(fault);
    }

    private static long id(Map<String, Object> fault) {
        return ((Number) fault.getOrDefault("id", 0)).longValue();
    }

    /** All faults, with how often each matched and acted. */
    public List<Map<String, Object>> all() {
        return api.objects("/faults");
    }

    /** One fault. */
    public Map<String, Object> get(long id) {
        return api.object("GET", "/faults/" + id, null);
    }

    /** Removes a fault; what it ended begins again. */
    public void remove(long id) {
        api.send("DELETE", "/faults/" + id, null);
    }

    /** Removes all faults. */
    public void clear() {
        api.send("DELETE", "/faults", null);
    }
}
