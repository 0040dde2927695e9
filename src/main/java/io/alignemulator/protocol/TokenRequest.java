package io.alignemulator.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.alignemulator.protocol.json.Doc;
import io.alignemulator.protocol.json.Limits;
import java.time.Instant;
import java.util.Optional;

/** Whose token is generated. */
@Doc("Whose token is generated; with a scope or an end it is one of Atlassian's sign-on, which goes with an email")
public record TokenRequest(
        @JsonProperty(required = true) @Doc(value = "Id of the user", example = "4")
        long userId,

        @Doc(value = "What its holder may do at all", example = "\"read\"")
        Optional<TokenScope> scope,

        @Doc(value = "When it is worth nothing any more, by the site's clock", example = "\"2027-01-01T00:00:00Z\"")
        Optional<Instant> expires) {

    public TokenRequest {
        expires.ifPresent(time -> Limits.time("expires", time));
    }

    /** A token of the site itself, which ends those the user had. */
    public TokenRequest(long userId) {
        this(userId, Optional.empty(), Optional.empty());
    }
}
