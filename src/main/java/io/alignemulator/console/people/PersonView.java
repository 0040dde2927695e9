package io.alignemulator.console.people;

import io.alignemulator.console.people.PeopleView.Toggles;
import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Item;
import io.alignemulator.console.view.Tally;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one user prints.
 *
 * @param eyes address of the overview as the user sees the site
 * @param lists what each list has for the user
 * @param verb of the question
 * @param path of the question; empty where none was asked
 */
public record PersonView(
        Frame frame,
        Item item,
        String persona,
        String role,
        boolean active,
        String back,
        String eyes,
        List<Toggles> toggles,
        List<Membership> memberships,
        List<Seen> lists,
        String verb,
        String path,
        Optional<Told> told) {

    /** A team and what the user is in it. */
    public record Membership(String team, String href, String role, String type) {}

    /**
     * How much of a list the user sees.
     *
     * @param why not more; empty where nothing is hidden
     */
    public record Seen(String collection, Tally seen, int all, String why) {}

    /**
     * Why a call is answered as it is.
     *
     * @param decision in a word
     * @param status of a refusal; empty where the call goes on
     * @param says what the rule says
     * @param missing pages and actions of the role, one of which would help
     * @param teams a membership in one of which would help
     * @param list how much of the list is seen; empty for no list
     * @param hidden some of what is not seen, with the reason
     */
    public record Told(
            String decision,
            String status,
            String tone,
            String rule,
            String says,
            String reason,
            List<String> missing,
            List<Membership> teams,
            Optional<Seen> list,
            List<Hidden> hidden) {}

    /** A record that the user does not see. */
    public record Hidden(Item item, String why) {}
}
