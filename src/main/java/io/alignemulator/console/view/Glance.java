package io.alignemulator.console.view;

import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.Context;
import io.alignemulator.resource.call.Trace;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.SiteState;
import io.alignemulator.world.Row;
import io.alignemulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One look at a site: its state at that moment and the eyes that see it. Neither counted by the limiter nor in the journal.
 *
 * @param visit what was asked for
 * @param sandbox the site
 * @param state everything of it at one moment
 * @param sites names of all sandboxes
 * @param sections the navigation
 * @param variables of the page's address by name, decoded
 */
public record Glance(
        Visit visit,
        Sandbox sandbox,
        SiteState state,
        Viewpoint eyes,
        List<String> sites,
        List<Frame.Section> sections,
        Map<String, String> variables) {

    private static final int MOST_COUNTED = 9_999_999;

    /** A look through the eyes that the visit asks for, of a user who is there; the whole site where it asks for none. */
    public static Glance of(
            Visit visit,
            Sandbox sandbox,
            List<String> sites,
            List<Frame.Section> sections,
            Map<String, String> variables) {
        SiteState state = sandbox.state();
        Viewpoint eyes = user(visit, state.world())
                .map(user -> eyesOf(visit, state, user))
                .orElseGet(() -> Viewpoint.everything(state.world()));
        return new Glance(visit, sandbox, state, eyes, sites, sections, variables);
    }

    private static Optional<Row> user(Visit visit, World world) {
        OptionalLong as = visit.as();
        return as.isPresent() ? world.get("User", as.getAsLong()) : Optional.empty();
    }

    private static Context context(Visit visit, SiteState state, Row user) {
        return Context.of(
                state.world(),
                new Caller(user),
                state.settings(),
                state.clock().now(),
                visit.origin() + Addresses.BASE,
                new Trace());
    }

    /** What a user sees, whoever looks. */
    public Viewpoint eyesOf(Row user) {
        return eyesOf(visit, state, user);
    }

    private static Viewpoint eyesOf(Visit visit, SiteState state, Row user) {
        return Viewpoint.of(state.world(), user, row -> context(visit, state, row));
    }

    public World world() {
        return state.world();
    }

    public Catalogue catalogue() {
        return state.world().catalogue();
    }

    /** Links that keep site and eyes. */
    public Links links() {
        return new Links(visit.prefix(), visit.site(), eyes.whole() ? OptionalLong.empty() : visit.as());
    }

    /** Address of the API, without a slash at the end. */
    public String api() {
        return visit.origin() + Addresses.BASE;
    }

    /** A variable of the page's address. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** A parameter of the query; empty when it is missing. */
    public String parameter(String name) {
        return visit.query().value(name).map(String::strip).orElse("");
    }

    /** A parameter of the query that counts: pages and the like from 0 on; 0 where it is missing or no such number. */
    public int count(String name) {
        return Visit.number(parameter(name))
                .filter(number -> number <= MOST_COUNTED)
                .map(Long::intValue)
                .orElse(0);
    }

    /** A page that says why there is nothing to show. */
    public Shown missing(String title, String sentence) {
        return missing(title, sentence, Map.of());
    }

    /** The same with pages that help on, by their words. */
    public Shown missing(String title, String sentence, Map<String, String> onward) {
        return Notice.of(404, title, sentence, links(), onward);
    }

    /** The frame of a page. */
    public Frame frame(String title, String here) {
        List<TokenHolder> personas = TokenHolders.of(state);
        Optional<TokenHolder> persona = eyes.whole()
                ? Optional.empty()
                : personas.stream()
                        .filter(each -> each.userId() == visit.as().orElse(0))
                        .findFirst();
        return new Frame(
                title,
                here,
                sections,
                links(),
                sandbox.name(),
                sites,
                persona,
                personas,
                persona.or(() -> personas.stream().filter(TokenHolder::isActive).findFirst()),
                visit.theme(),
                visit.hasSession());
    }
}
