package io.alignemulator.control;

import io.alignemulator.access.Tokens;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.control.bind.Binder;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.fixtures.FixtureImport;
import io.alignemulator.fixtures.FixtureReader;
import io.alignemulator.fixtures.FixtureSite;
import io.alignemulator.fixtures.PackedSets;
import io.alignemulator.fixtures.file.FixtureException;
import io.alignemulator.fixtures.file.FixtureSet;
import io.alignemulator.protocol.SandboxRequest;
import io.alignemulator.protocol.faults.Fault;
import io.alignemulator.protocol.json.ControlJson;
import io.alignemulator.protocol.json.Mistake;
import io.alignemulator.resource.address.Endpoints;
import io.alignemulator.sandbox.Baseline;
import io.alignemulator.sandbox.Clock;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.SiteContent;
import io.alignemulator.sandbox.faults.FaultException;
import io.alignemulator.sandbox.faults.FaultSite;
import io.alignemulator.sandbox.faults.Faults;
import io.alignemulator.sandbox.faults.PreparedFault;
import io.alignemulator.wording.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what a new sandbox begins with: a shipped set, records of its own, another sandbox or a snapshot; settings, a clock, faults. */
public final class BaselineReader {

    /** Keys that are not settings. */
    private static final Set<String> KEYS =
            Set.of("name", "fixtures", "from", "snapshot", "labels", "timeToLive", "clock", "seed", "faults");

    private final Catalogue catalogue;
    private final Endpoints endpoints;
    private final Instant now;

    /** Each shipped set is read once: a world is a value, so all sandboxes share it. */
    private final ConcurrentMap<String, FixtureSite> shipped = new ConcurrentHashMap<>();

    /** @param now what records without a createDate are said to be created at */
    public BaselineReader(Catalogue catalogue, Endpoints endpoints, Instant now) {
        this.catalogue = catalogue;
        this.endpoints = endpoints;
        this.now = now;
    }

    /**
     * Reads what a new sandbox is to be.
     *
     * @throws ControlCallException with everything that is wrong
     */
    public static SandboxRequest request(String json) {
        return Binder.read(Binder.tree(json.getBytes(StandardCharsets.UTF_8)), SandboxRequest.class)
                .orRefuse();
    }

    /** A clock that stands still at the time of the body, or a running one. */
    public static Clock clock(SandboxRequest request) {
        return request.clock().map(Clock::frozenAt).orElseGet(Clock::system);
    }

    /**
     * Reads the body that makes a sandbox.
     *
     * @param clock of the sandbox
     * @param seed what it begins with when nothing is said
     * @param find gives a sandbox by name
     * @throws ControlCallException with everything that is wrong; {@link FixtureException} and {@link FaultException} likewise
     */
    public Baseline read(
            SandboxRequest request, Clock clock, Supplier<SiteContent> seed, Function<String, Sandbox> find) {
        SiteContent origin = seeded(origin(request, seed, find), request);
        SiteContent state = new SiteContent(
                origin.world(),
                origin.tokens(),
                origin.settings().with(SettingRoutes.written(request.settings(), KEYS)));
        return new Baseline(state, clock, faults(request.faults(), state));
    }

    private SiteContent seeded(SiteContent origin, SandboxRequest request) {
        if (request.seed().isEmpty()) {
            return origin;
        }
        FixtureSite site = FixtureImport.merge(
                origin.world(),
                origin.tokens().all(),
                FixtureSet.of(ControlJson.strict().valueToTree(request.seed())),
                now);
        return new SiteContent(site.world(), origin.tokens().with(site.tokens(), true), origin.settings());
    }

    private SiteContent origin(SandboxRequest request, Supplier<SiteContent> seed, Function<String, Sandbox> find) {
        Optional<String> from = request.from();
        Optional<String> snapshot = request.snapshot();
        if (request.fixtures().isPresent()) {
            from.ifPresent(name -> besideFixtures("from", name));
            snapshot.ifPresent(name -> besideFixtures("snapshot", name));
            FixtureSite site = fixtures(request.fixtures().get());
            return new SiteContent(
                    site.world(), Tokens.holding(site.tokens()), seed.get().settings());
        }
        if (snapshot.isEmpty()) {
            return from.map(name -> find.apply(name).state().content()).orElseGet(seed);
        }
        return find.apply(from.orElse(Sandboxes.DEFAULT))
                .snapshots()
                .get(snapshot.get())
                .orElseThrow(() -> new ControlCallException(404, "There is no snapshot '" + snapshot.get() + "'."))
                .content();
    }

    private FixtureSite fixtures(Object fixtures) {
        if (fixtures instanceof Map) {
            return FixtureReader.read(FixtureSet.of(ControlJson.strict().valueToTree(fixtures)), catalogue, now);
        }
        if (fixtures instanceof String set && PackedSets.contains(set)) {
            return shipped.computeIfAbsent(set, name -> PackedSets.site(name, catalogue, now));
        }
        throw ControlCallException.refusing(Mistake.at(
                "fixtures",
                fixtures,
                Reason.not("one of empty, minimal, demo, or an object of records by collection")));
    }

    private static void besideFixtures(String key, String value) {
        throw ControlCallException.refusing(
                Mistake.at(key, value, Reason.notTaken("beside fixtures", "give one of them")));
    }

    private List<PreparedFault> faults(List<Fault> written, SiteContent state) {
        FaultSite site = FaultSite.of(endpoints, state.tokens(), state.world(), state.settings());
        Faults trial = new Faults();
        return written.stream()
                .map(each -> {
                    PreparedFault fault = PreparedFault.of(each, site);
                    trial.add(fault);
                    return fault;
                })
                .toList();
    }
}
