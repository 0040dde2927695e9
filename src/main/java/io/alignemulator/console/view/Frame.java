package io.alignemulator.console.view;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page: where one is, whose eyes see it, and what the scripts have to know.
 *
 * @param title of the page
 * @param here path of the page in the navigation
 * @param sections the navigation
 * @param site name of the sandbox that is shown
 * @param sites names of all sandboxes
 * @param persona whose eyes; empty for the whole site
 * @param personas who may be chosen
 * @param writer who a write goes as; empty where the site has nobody who may sign in
 * @param theme {@code light}, {@code dark}, or empty for what the machine prefers
 * @param hasSession whether somebody signed in with the control token, and so may sign out
 */
public record Frame(
        String title,
        String here,
        List<Section> sections,
        Links links,
        String site,
        List<String> sites,
        Optional<TokenHolder> persona,
        List<TokenHolder> personas,
        Optional<TokenHolder> writer,
        String theme,
        boolean hasSession) {

    /** A page of the navigation. */
    public record Section(String path, String title) {}

    /** Where the control API has this site. */
    public String control() {
        return links.other("/_emulator/sandboxes/" + Links.encoded(site));
    }

    /** The token that a write carries. */
    public String token() {
        return writer.map(TokenHolder::token).orElse("");
    }

    /** Whose name a write carries. */
    public String writerName() {
        return writer.map(TokenHolder::label).orElse("nobody");
    }
}
