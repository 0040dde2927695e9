package io.alignemulator.client;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** An emulator that runs somewhere, and its sandboxes. */
public final class Emulator {

    private final URI server;
    private final ControlApi api;

    private Emulator(URI server, String controlToken) {
        this.server = server;
        this.api = ControlApi.of(server, controlToken);
    }

    /** @param server scheme, host and port, e.g. {@code http://127.0.0.1:8080} */
    public static Emulator at(URI server) {
        return at(server, "");
    }

    /**
     * One that insists on a token for its control API.
     *
     * @param controlToken value of the setting {@code control-token}; empty for none
     */
    public static Emulator at(URI server, String controlToken) {
        return new Emulator(server, controlToken);
    }

    public URI uri() {
        return server;
    }

    /** The sandbox that is always there. */
    public Sandbox sandbox() {
        return sandbox("default");
    }

    /** A sandbox by name, whether it is there or not. */
    public Sandbox sandbox(String name) {
        return new Sandbox(server, api, name);
    }

    /** Makes a sandbox with the server's fixtures and settings. */
    public Sandbox newSandbox() {
        return newSandbox(new Sandbox.Options());
    }

    /** Makes a sandbox. */
    public Sandbox newSandbox(Sandbox.Options options) {
        return sandbox(
                String.valueOf(api.object("POST", "/sandboxes", options.body()).get("name")));
    }

    /** The names of all sandboxes. */
    public List<String> sandboxes() {
        return api.objects("/sandboxes").stream()
                .map(each -> String.valueOf(each.get("name")))
                .toList();
    }

    /** The description of the control API, an OpenAPI document. */
    public Map<String, Object> openapi() {
        return api.object("GET", "/openapi.json", null);
    }

    /** What is known about each rule of the real site, and how: the keys of {@code GET /_emulator/fidelity}. */
    public Map<String, Object> fidelity() {
        return api.object("GET", "/fidelity", null);
    }

    /** Whether it answers. */
    public boolean isReady() {
        try {
            return "ready".equals(api.object("GET", "/health", null).get("status"));
        } catch (ControlException e) {
            return false;
        }
    }
}
