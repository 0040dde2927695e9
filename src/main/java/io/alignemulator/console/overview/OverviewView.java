package io.alignemulator.console.overview;

import io.alignemulator.console.view.Curl;
import io.alignemulator.console.view.Frame;
import io.alignemulator.console.view.Links;
import io.alignemulator.console.view.Tally;
import io.alignemulator.console.view.TokenHolder;
import java.util.List;

/**
 * What the overview prints.
 *
 * @param version of the emulator
 * @param answersLike version of the real site that the About page names
 * @param fixtures what the server began with
 * @param api address of the API, to be copied
 * @param example a call to try
 * @param now the site's time
 * @param changed records that were written since the beginning
 * @param limit the limiter's numbers, in words
 */
public record OverviewView(
        Frame frame,
        String version,
        String answersLike,
        String fixtures,
        String origin,
        String api,
        String example,
        String now,
        boolean frozen,
        int changed,
        String limit,
        List<Address> addresses,
        List<Collection> collections,
        List<Site> sites,
        List<Kept> snapshots) {

    /**
     * What the limiter remembers of an address.
     *
     * @param seconds until its block ends; 0 when it is not blocked
     */
    public record Address(String address, int calls, long seconds) {}

    /** How many records of a collection are seen; a page that is closed shows none. */
    public record Collection(String name, String href, Tally count, boolean open) {}

    /** A sandbox. */
    public record Site(String name, String href, boolean shown, boolean removable, String used, String expires) {}

    /** A snapshot. */
    public record Kept(String name, String taken) {

        /** The name as it stands in an address. */
        public String path() {
            return Links.encoded(name);
        }
    }

    /** A call that reads with a persona's token. */
    public String curl(TokenHolder persona) {
        return Curl.read(persona.token(), api + "/users/whoami");
    }
}
