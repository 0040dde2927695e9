package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A sandbox: where it is, and whose tokens work there. */
@Doc("A sandbox: where it is, and whose tokens work there")
public record SandboxInfo(
        @Doc("Stands in X-Align-Sandbox and in <name>.localhost")
        String name,

        @Doc("What a client is given in place of https://<site>.jiraalign.com")
        String baseUrl,

        @Doc("Where its REST API begins") String apiUrl,
        @Doc("A token of each persona by its name") Map<String, String> tokens,
        @Doc("When it began, by its own clock") Instant created,

        @Doc("When it ends, by its own clock; left out for never")
        Optional<Instant> expires,

        @Doc("When a call came last, by its own clock") Instant lastUsed,

        @Doc("What was written on it to find it by") Map<String, String> labels) {

    public SandboxInfo {
        labels = Limits.map(labels);
        tokens = Limits.map(tokens);
    }
}
