package io.alignemulator.conformance.run;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import io.alignemulator.conformance.ClientSite;
import io.alignemulator.conformance.SuiteJson;
import io.alignemulator.conformance.suite.Scenario;
import io.alignemulator.protocol.SandboxRequest;
import io.alignemulator.protocol.json.ControlJson;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The sites of scenarios: what each is, and what a client is told of it. */
record ScenarioSites(Emulator emulator, RunOptions options, OtherPort otherPort) {

    /** What the control API is told to make the sandbox. */
    Sandbox.Options options(Scenario scenario) {
        Sandbox.Options made = Sandbox.Options.of(ControlJson.strict()
                        .readValue(
                                SuiteJson.written(scenario.site())
                                        .replace(
                                                "{port}",
                                                Integer.toString(emulator.uri().getPort()))
                                        .replace("{otherPort}", Integer.toString(otherPort.number())),
                                SandboxRequest.class))
                .set("tokens", "punctuation");
        if (options.time() == RunOptions.Time.REAL) {
            shortened(String.valueOf(scenario.site().get("rateLimit"))).ifPresent(limit -> made.set("rateLimit", limit)
                    .set("retryAfter", !Boolean.FALSE.equals(scenario.site().get("retryAfter"))));
        }
        return made;
    }

    /** A limit of few calls with a window and a block that can be waited through; one of many calls is not reached by waiting. */
    private static Optional<String> shortened(String limit) {
        long seconds = RunOptions.REAL_BLOCK.toSeconds();
        return limit.matches("\\d{1,2}/.*")
                ? Optional.of(limit.substring(0, limit.indexOf('/')) + "/" + seconds + ":" + seconds)
                : Optional.empty();
    }

    /** What the client is given. */
    ClientSite of(Sandbox sandbox, Scenario scenario) {
        Consumer<Duration> waiting = options.time() == RunOptions.Time.VIRTUAL
                ? duration -> sandbox.clock().advance(duration)
                : ScenarioSites::sleep;
        URI clock = URI.create(emulator.uri() + "/_emulator/sandboxes/" + sandbox.name() + "/clock");
        Persona persona = sandbox.persona(scenario.persona());
        String token = scenario.token()
                .map(each -> sandbox.newToken(persona.userId(), each.scope(), each.expires()))
                .orElse(persona.token());
        Optional<String> email = scenario.token().flatMap(each -> email(sandbox, persona));
        return new ClientSite(sandbox.baseUri(), token, email, waiting, clock, scenario.patience());
    }

    private static Optional<String> email(Sandbox sandbox, Persona persona) {
        return sandbox.world().find("Users", persona.userId()).map(user -> String.valueOf(user.get("email")));
    }

    /** Where time is real ({@code --time real}): as long as the client under test wants to wait, for that is what is judged; the end of a run interrupts it. */
    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
