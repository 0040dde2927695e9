package io.alignemulator.protocol;

import io.alignemulator.protocol.json.Doc;

/** A token and whose it is. */
@Doc("A token and whose it is")
public record TokenInfo(
        @Doc("Goes into the header Authorization") String token,
        @Doc("Id of the user") long userId) {}
