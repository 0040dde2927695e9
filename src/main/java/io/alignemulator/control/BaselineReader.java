package io.alignemulator.control;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.fixtures.FixtureException;
import io.alignemulator.fixtures.FixtureImport;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSet;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.fixtures.Site;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Content;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.faults.Fault;
import io.alignemulator.sandbox.faults.FaultException;
import io.alignemulator.sandbox.faults.FaultSite;
import io.alignemulator.sandbox.faults.Faults;
import io.alignemulator.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reads what a new sandbox begins with: a shipped set, records of its own, another sandbox or a snapshot; settings, a clock, faults. */
public final class BaselineReader {

    /** Members that are not settings. */
    private static final Set<String> KEYS =
            Set.of("name", "fixtures", "from", "snapshot", "timeToLive", "clock", "seed", "faults");

    private final Catalogue catalogue;
    private final Endpoints endpoints;
    private final Instant now;

    /** Each shipped set is read once: a world is a value, so all sandboxes share it. */
    private final ConcurrentMap<String, Site> shipped = new ConcurrentHashMap<>();

    /** @param now what records without a createDate are said to be created at */
    public BaselineReader(Catalogue catalogue, Endpoints endpoints, Instant now) {
        this.catalogue = catalogue;
        this.endpoints = endpoints;
        this.now = now;
    }

    /** A clock that stands still at the time of the body, or a running one. */
    public static Clock clock(JsonNode body) {
        return Bodies.text(body, "clock")
                .map(text -> Clock.frozenAt(Call.instant("clock", text)))
                .orElseGet(Clock::system);
    }

    /**
     * Reads the body that makes a sandbox.
     *
     * @param clock of the sandbox
     * @param seed what it begins with when nothing is said
     * @param find gives a sandbox by name
     * @throws ControlException with everything that is wrong
     */
    public Baseline read(JsonNode body, Clock clock, Supplier<Content> seed, Function<String, Sandbox> find) {
        Content origin = seeded(origin(body, seed, find), body);
        Settings settings = SettingRoutes.changed(origin.settings(), SettingRoutes.written(body, KEYS));
        Content state = new Content(origin.world(), origin.tokens(), settings);
        return new Baseline(state, clock, faults(body.path("faults"), state));
    }

    private Content seeded(Content origin, JsonNode body) {
        if (!body.has("seed")) {
            return origin;
        }
        Site site = site(() ->
                FixtureImport.merge(origin.world(), origin.tokens().all(), FixtureSet.of(body.path("seed")), now));
        return new Content(site.world(), origin.tokens().with(site.tokens(), true), origin.settings());
    }

    private Content origin(JsonNode body, Supplier<Content> seed, Function<String, Sandbox> find) {
        Optional<String> from = Bodies.text(body, "from");
        Optional<String> snapshot = Bodies.text(body, "snapshot");
        if (body.has("fixtures")) {
            if (from.isPresent() || snapshot.isPresent()) {
                throw new ControlException(400, "Give one of fixtures and from.");
            }
            Site site = site(() -> fixtures(body));
            return new Content(site.world(), Tokens.of(site.tokens()), seed.get().settings());
        }
        if (snapshot.isEmpty()) {
            return from.map(name -> find.apply(name).state().content()).orElseGet(seed);
        }
        return find.apply(from.orElse(Sandboxes.DEFAULT))
                .snapshots()
                .get(snapshot.get())
                .orElseThrow(() -> new ControlException(404, "There is no snapshot '" + snapshot.get() + "'."))
                .content();
    }

    private Site fixtures(JsonNode body) {
        if (body.path("fixtures").isObject()) {
            return FixtureReader.read(FixtureSet.of(body.path("fixtures")), catalogue, now);
        }
        String set = Bodies.text(body, "fixtures")
                .filter(PackedSets::contains)
                .orElseThrow(() -> new ControlException(400, "The shipped sets are empty, minimal and demo."));
        return shipped.computeIfAbsent(set, name -> PackedSets.site(name, catalogue, now));
    }

    private static Site site(Supplier<Site> reading) {
        try {
            return reading.get();
        } catch (FixtureException e) {
            throw new ControlException(400, String.valueOf(e.getMessage()));
        }
    }

    private List<Fault> faults(JsonNode array, Content state) {
        FaultSite site = FaultSite.of(endpoints, state.tokens(), state.world(), state.settings());
        Faults trial = new Faults();
        List<Fault> faults = new ArrayList<>();
        if (!array.isMissingNode() && !array.isArray()) {
            throw new ControlException(400, "faults is an array.");
        }
        try {
            array.forEach(json -> faults.add(trial.add(Fault.read(json, site)).fault()));
            return faults;
        } catch (FaultException e) {
            throw new ControlException(400, String.valueOf(e.getMessage()));
        }
    }
}
