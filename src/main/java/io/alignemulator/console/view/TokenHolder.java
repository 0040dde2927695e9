package io.alignemulator.console.view;

/**
 * A user of the site who has a token.
 *
 * @param name what the user is called where personas are spoken of
 * @param fullName first and last name
 * @param role name of the system role; empty where there is none
 * @param isActive whether the user may sign in
 */
public record TokenHolder(long userId, String name, String fullName, String role, String token, boolean isActive) {

    /** As a menu shows it. */
    public String label() {
        return name + (fullName.isEmpty() ? "" : " · " + fullName) + (isActive ? "" : " · deactivated");
    }
}
