package io.alignemulator.console.people;

import io.alignemulator.console.view.Frame;
import java.util.List;

/**
 * What the page of all people prints.
 *
 * @param tells whether what roles may do is told: to who sees the whole site
 */
public record PeopleView(Frame frame, List<Someone> personas, List<Role> roles, boolean tells) {

    /**
     * A user with a token.
     *
     * @param href the page of what the user may do
     * @param teams of which the user is a member
     * @param eyes address of this page as the user sees it
     */
    public record Someone(
            long id, String name, String fullName, String role, boolean active, String href, int teams, String eyes) {}

    /**
     * A system role.
     *
     * @param users who have it
     */
    public record Role(String title, String href, int users, List<Toggles> toggles) {}

    /**
     * What a role may do.
     *
     * @param field of the role
     * @param means in words
     */
    public record Toggles(String field, String means, List<String> names) {}
}
