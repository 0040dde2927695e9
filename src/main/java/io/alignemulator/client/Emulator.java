package io.alignemulator.client;

import io.alignemulator.protocol.SandboxInfo;
import io.alignemulator.protocol.SandboxRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

    /**
     * Makes a sandbox.
     *
     * @throws ControlException with everything that is wrong with the options
     */
    public Sandbox newSandbox(Sandbox.Options options) {
        SandboxRequest request = options.request();
        String query =
                request.name().map(name -> "?name=" + ControlApi.encoded(name)).orElse("");
        return sandbox(api.call("POST", "/sandboxes" + query, request, SandboxInfo.class)
                .name());
    }

    /** The names of all sandboxes. */
    public List<String> sandboxes() {
        return api.list("/sandboxes", SandboxInfo.class).stream()
                .map(SandboxInfo::name)
                .toList();
    }

    /** Ends the sandboxes that have a label with that value. */
    public void endSandboxes(String label, String value) {
        String query = URLEncoder.encode(label + "=" + value, StandardCharsets.UTF_8);
        api.send("DELETE", "/sandboxes?label=" + query, null);
    }

    /** The description of the control API, an OpenAPI document as JSON. */
    public String openapi() {
        return api.send("GET", "/openapi.json", null);
    }

    /** What is known about each rule of the real site, and how, as JSON. */
    public String fidelity() {
        return api.send("GET", "/fidelity", null);
    }

    /** Whether it answers. */
    public boolean isReady() {
        try {
            api.send("GET", "/health", null);
            return true;
        } catch (ControlException e) {
            return false;
        }
    }
}
