package io.alignemulator.access.matrix;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * What a call has to be answered with.
 *
 * @param body what the body looks like, as a regular expression; empty for an empty body
 */
public record Expected(int status, String body) {

    private static final String ANYTHING = "(?s).+";

    static Expected empty(int status) {
        return new Expected(status, "");
    }

    static Expected content(int status) {
        return new Expected(status, ANYTHING);
    }

    static Expected notThere(String noun, long id) {
        return new Expected(404, Pattern.quote("Cannot get " + noun + " with id " + id + "."));
    }

    /** @param attempt e.g. {@code create epic} */
    static Expected refused(String attempt, Collection<String> fields) {
        return new Expected(
                400,
                Pattern.quote("Cannot " + attempt + ". Value for ") + "(" + String.join("|", fields)
                        + ") is invalid\\.");
    }

    /** Whether the call does what it asks for. */
    public boolean succeeds() {
        return status < 300;
    }

    public boolean isMetBy(int foundStatus, String foundBody) {
        return foundStatus == status && foundBody.matches(body);
    }
}
