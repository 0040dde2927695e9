package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;
import java.time.Instant;
import java.util.Optional;

/** A token and whose it is. */
@Doc("A token and whose it is")
public record TokenInfo(
        @Doc("Goes into the header Authorization; one with a scope by Basic, behind the user's email and a colon")
        String token,

        @Doc("Id of the user") long userId,

        @Doc("What its holder may do at all; only of a token of Atlassian's sign-on")
        Optional<TokenScope> scope,

        @Doc("When it is worth nothing any more; nothing for never")
        Optional<Instant> expires) {}
