package io.alignemulator.conformance.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.conformance.Capability;
import io.alignemulator.conformance.Task;
import io.alignemulator.conformance.judge.Check;
import io.alignemulator.protocol.TokenScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A site, tasks for a client, and how to judge what it did.
 *
 * @param name of its file
 * @param judges id of the requirement that its checks decide
 * @param site what the control API is told to make the sandbox; {@code {port}} in a text stands for the server's port, {@code {otherPort}} for one that leads to it too
 * @param persona whose token the client gets
 * @param patience how long a client is told to wait for an answer; short only where an answer is kept back for longer than that, for a machine may stand still for a second
 * @param given checks without which the others say nothing of the client: then the scenario did not exercise it
 * @param token the token is one of Atlassian's sign-on, and what it is good for; nothing for one of the site itself
 */
public record Scenario(
        String name,
        String judges,
        String about,
        Set<Capability> needs,
        Map<String, Object> site,
        @JsonProperty("as") String persona,
        Optional<SignOnToken> token,
        Duration patience,
        @JsonProperty("do") List<Task> tasks,
        List<Check> given,
        List<Check> checks) {

    /**
     * A token of Atlassian's sign-on, of which a client gets the email of the persona too.
     *
     * @param expires by the site's clock; empty for never
     */
    public record SignOnToken(TokenScope scope, Optional<Instant> expires) {}

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ANYBODY = "super-admin";

    /** One that asks nothing of a client. */
    public static Scenario named(String name) {
        return new Scenario(
                name, "", "", Set.of(), Map.of(), ANYBODY, Optional.empty(), PATIENCE, List.of(), List.of(), List.of());
    }

    public Scenario {
        site = site == null ? Map.of() : site;
        persona = persona == null ? ANYBODY : persona;
        patience = patience == null ? PATIENCE : patience;
        tasks = List.copyOf(tasks);
        given = given == null ? List.of() : List.copyOf(given);
        checks = List.copyOf(checks);
    }
}
