package io.alignemulator.sandbox.faults;

import io.alignemulator.access.Tokens;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.util.Map;
import java.util.TreeMap;

/**
 * What decides whether a fault can ever act.
 *
 * @param settings of the site, on which it depends whether a POST or a PUT answers with an object
 */
public record FaultSite(Endpoints endpoints, SiteUsers personas, Settings settings) {

    /** A site whose personas are the users that have a token. */
    public static FaultSite of(Endpoints endpoints, Tokens tokens, World world, Settings settings) {
        Map<String, Long> names = new TreeMap<>();
        tokens.all().values().forEach(token -> names.put(tokens.nameOf(token.userId()), token.userId()));
        return new FaultSite(
                endpoints, new SiteUsers(names, id -> world.get("User", id).isPresent()), settings);
    }
}
