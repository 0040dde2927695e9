package io.alignemulator.conformance.run;

import io.alignemulator.client.Emulator;
import io.alignemulator.client.Persona;
import io.alignemulator.client.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What a server does for the first time takes many times as long as ever after, which is no fault of a client that has little patience: so it has written once before anybody is judged. */
final class WarmUp {

    private WarmUp() {}

    static void of(Emulator emulator) throws InterruptedException {
        try (Sandbox sandbox = emulator.newSandbox(new Sandbox.Options().fixtures("minimal"))) {
            Persona persona = sandbox.persona("super-admin");
            HttpRequest write = HttpRequest.newBuilder(URI.create(sandbox.apiUri() + "/Regions"))
                    .header("Authorization", persona.authorization())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\": \"First\"}"))
                    .build();
            HttpClient.newHttpClient().send(write, BodyHandlers.discarding());
        } catch (IOException e) {
            // a server that cannot be reached is told by the first scenario
        }
    }
}
