package io.alignemulator.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a client under judgement is given.
 *
 * @param url what it takes for {@code https://<site>.jiraalign.com}
 * @param token goes into the header {@code Authorization: bearer <token>}
 * @param email there for a token of Atlassian's sign-on, which goes by Basic authentication behind the email and a colon
 * @param waiting waits; where time is virtual it turns the site's clock instead
 * @param clock where {@code PUT {"advance": "PT60S"}} waits, for clients in other processes
 * @param patience how long a client should wait for an answer before it gives up
 */
public record ClientSite(
        URI url, String token, Optional<String> email, Consumer<Duration> waiting, URI clock, Duration patience) {}
