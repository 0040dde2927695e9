package io.alignemulator.control;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSet;
import io.alignemulator.fixtures.Site;
import io.alignemulator.sandbox.Sandbox.State;
import io.alignemulator.settings.Settings;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.JsonNode;

/** States to begin with. The shipped sets are read once each: a world is a value, so all sandboxes share it. */
public final class Sites {

    private final Catalogue catalogue;
    private final Instant now;
    private final ConcurrentMap<String, Site> read = new ConcurrentHashMap<>();

    /** @param now what records without a createDate are said to be created at */
    public Sites(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    /**
     * Fixtures in one document.
     *
     * @throws io.alignemulator.fixtures.FixtureException with everything that is wrong
     */
    State read(JsonNode document, Settings settings) {
        Site site = FixtureReader.read(FixtureSet.of(document), catalogue, now);
        return new State(site.world(), Tokens.of(site.tokens()), settings);
    }

    Optional<State> of(String set, Settings settings) {
        if (!FixtureSet.isShipped(set)) {
            return Optional.empty();
        }
        Site site =
                read.computeIfAbsent(set, name -> FixtureReader.read(FixtureSet.of(name, catalogue), catalogue, now));
        return Optional.of(new State(site.world(), Tokens.of(site.tokens()), settings));
    }
}
