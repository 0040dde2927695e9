package io.alignemulator.client;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Whoever has a site to work with, and short ways to its parts: a server has its default sandbox, a JUnit extension the sandbox of the test that runs. */
public interface HasSandbox {

    /** The server that the site is on, for further sandboxes. */
    Emulator server();

    /** The site. */
    Sandbox sandbox();

    /** What a client takes for {@code https://<site>.jiraalign.com}, e.g. {@code http://127.0.0.1:40123}. */
    default URI uri() {
        return server().uri();
    }

    /** Where the REST API begins. */
    default URI apiUri() {
        return sandbox().apiUri();
    }

    /** A token for each persona by name. */
    default Map<String, String> tokens() {
        return sandbox().tokens();
    }

    /**
     * A user to act as.
     *
     * @param name as the fixtures have it; those of the shipped sets are in {@link Personas}
     * @throws IllegalArgumentException when the fixtures call nobody so
     */
    default Persona persona(String name) {
        return sandbox().persona(name);
    }

    /** The token of a persona. */
    default String token(String persona) {
        return persona(persona).token();
    }

    default SandboxClock clock() {
        return sandbox().clock();
    }

    default SandboxRateLimit rateLimit() {
        return sandbox().rateLimit();
    }

    default SandboxFaults faults() {
        return sandbox().faults();
    }

    default SandboxRequests requests() {
        return sandbox().requests();
    }

    default SandboxWorld world() {
        return sandbox().world();
    }

    default SandboxSnapshots snapshots() {
        return sandbox().snapshots();
    }

    /** Stores records: {@link SandboxWorld#seed(String, Map[])}. */
    default List<Long> seed(String collection, Map<?, ?>... records) {
        return sandbox().seed(collection, records);
    }

    /** Stores a record, and gives its id. */
    default long seedOne(String collection, Map<?, ?> record) {
        return sandbox().seedOne(collection, record);
    }

    /** Brings everything back to the beginning. */
    default void reset() {
        sandbox().reset();
    }
}
