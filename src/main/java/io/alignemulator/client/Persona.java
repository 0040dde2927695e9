package io.alignemulator.client;

/**
 * A user to act as.
 *
 * @param name as fixtures call the user, e.g. {@code program-manager}
 * @param userId id of the user
 * @param token goes into the header {@code Authorization: bearer <token>}
 */
public record Persona(String name, long userId, String token) {

    /** The value of the Authorization header. */
    public String authorization() {
        return "bearer " + token;
    }
}
