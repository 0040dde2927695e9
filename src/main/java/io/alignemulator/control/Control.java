package io.alignemulator.control;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.control.bind.Call;
import io.alignemulator.control.bind.ControlCallException;
import io.alignemulator.fixtures.file.FixtureException;
import io.alignemulator.resource.address.AddressTable;
import io.alignemulator.resource.address.AddressTable.Found;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.NotSavedException;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.faults.FaultException;
import io.alignemulator.sandbox.journal.Journal;
import io.alignemulator.settings.ServerSettings;
import io.alignemulator.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The control API as a table: method, path, what happens. The routes of a sandbox are those of the default one, and below {@code /sandboxes/<name>} those of the others.
 * Not counted by the rate limit and free of credentials, unless a control token is set.
 */
public final class Control {

    /** Where the control API begins. */
    public static final String BASE = "/_emulator";

    private static final int MOST_MEANWHILE = 50;

    private static final String OF_SANDBOX = "/sandboxes/{sandbox}";

    /** What a call leads to. */
    public sealed interface Outcome {

        /** An answer, and that is all. */
        record Answered(Response response) implements Outcome {}

        /** Exchanges of a journal as they come, as long as the client listens. */
        record Events(Journal journal) implements Outcome {}

        /** An answer that waits for calls that are still to come. */
        record Waiting(Supplier<Response> answer) implements Outcome {}
    }

    /** The routes of the server, and those that every sandbox has. */
    record Routes(List<ControlRoute> ofServer, List<ControlRoute> ofSandbox) {}

    private final Sandboxes sandboxes;
    private final Guard guard;
    private final boolean on;
    private final Semaphore meanwhile = new Semaphore(MOST_MEANWHILE);
    private final List<ControlRoute> ofServer;
    private final List<ControlRoute> ofSandbox;
    private final AddressTable<ControlRoute> table = new AddressTable<>();
    private final AddressTable<ControlRoute> sandboxTable = new AddressTable<>();

    /**
     * @param failures told by the health of the server
     * @param now what records without a createDate are said to be created at
     */
    public Control(
            Catalogue catalogue,
            Sandboxes sandboxes,
            Addresses addresses,
            Settings settings,
            Failures failures,
            Instant now) {
        this.sandboxes = sandboxes;
        this.guard = new Guard(settings);
        this.on = settings.get(ServerSettings.CONTROL);
        this.ofServer = Stream.of(
                        new SandboxRoutes(
                                        sandboxes, new BaselineReader(catalogue, addresses.endpoints(), now), failures)
                                .all(),
                        List.of(Description.route()))
                .flatMap(List::stream)
                .toList();
        this.ofSandbox = Stream.of(
                        new StateRoutes().all(),
                        new RecordRoutes().all(),
                        new ClockRoutes().all(),
                        new LimitRoutes().all(),
                        new SettingRoutes().all(),
                        new RequestRoutes(addresses.endpoints()).all(),
                        new FaultRoutes(addresses.endpoints()).all(),
                        new AccessRoutes(addresses).all(),
                        new FidelityRoutes().all(),
                        new ObservationRoutes().all())
                .flatMap(List::stream)
                .toList();
        Stream.concat(ofServer.stream(), ofSandbox.stream())
                .forEach(route -> table.add(route.method(), route.path(), route));
        ofSandbox.forEach(route -> {
            sandboxTable.add(route.method(), route.path(), route);
            table.add(route.method(), OF_SANDBOX + route.path(), route);
        });
    }

    /** Every route, for the documentation and for tests that leave none out. */
    Routes all() {
        return new Routes(ofServer, ofSandbox);
    }

    /** Name of the cookie that stands for the control token in the browser of somebody who signed in. */
    public static final String COOKIE = Guard.COOKIE;

    /** What that cookie holds. */
    public String session() {
        return guard.session();
    }

    /** Why a call is refused that asks for something else under the same guard; empty when it is let in, and {@link ErrorResponse} when there is no control API. */
    public Optional<Response> refusal(Call call) {
        if (!on) {
            throw ErrorResponse.noRoute();
        }
        try {
            guard.check(call);
            return Optional.empty();
        } catch (ControlCallException e) {
            return Optional.of(refused(e));
        }
    }

    /** Answers a call; {@link ErrorResponse} when there is no such address. */
    public Outcome answer(Call call) {
        if (!on) {
            throw ErrorResponse.noRoute();
        }
        try {
            guard.check(call);
            Match match = match(table, call);
            String name = match.variables().get("sandbox");
            Sandbox sandbox = name == null ? sandboxes.main() : sandbox(sandboxes, name);
            sandbox.used();
            call.body(); // a broken one is refused whoever needs it
            if (match.route().path().equals(RequestRoutes.STREAM)) {
                return new Outcome.Events(sandbox.journal());
            }
            return isWaiting(match, call)
                    ? new Outcome.Waiting(() -> answered(match, call, sandbox))
                    : new Outcome.Answered(match.answer(call, sandbox));
        } catch (ControlCallException e) {
            return new Outcome.Answered(refused(e));
        } catch (NotSavedException e) {
            return new Outcome.Answered(refused(new ControlCallException(507, e.sentence())));
        }
    }

    private static boolean isWaiting(Match match, Call call) {
        return match.route().path().equals(RequestRoutes.VERIFY) && RequestRoutes.isWaiting(call);
    }

    private static Response answered(Match match, Call call, Sandbox sandbox) {
        try {
            return match.answer(call, sandbox);
        } catch (ControlCallException e) {
            return refused(e);
        }
    }

    private static Response refused(ControlCallException e) {
        return Answers.json(e.status(), Map.of("error", String.valueOf(e.getMessage())));
    }

    /**
     * Makes a call on a sandbox that is at hand, as part of something else: what asked for it was asked by whoever may.
     *
     * @param path below the sandbox
     */
    public Response apply(Sandbox sandbox, String method, String path, byte[] body) {
        try {
            Call call = new Call(
                    method, path, QueryString.parse(""), Map.of(), name -> "", "", body.length > 0, () -> body);
            Match match = match(sandboxTable, call);
            return isWaiting(match, call) ? waited(match, call, sandbox) : match.answer(call, sandbox);
        } catch (ControlCallException e) {
            return refused(e);
        } catch (NotSavedException e) {
            return refused(new ControlCallException(507, e.sentence()));
        } catch (ErrorResponse e) {
            return e.reply();
        }
    }

    /** As part of a call, which holds its thread; so there are only so many. */
    private Response waited(Match match, Call call, Sandbox sandbox) {
        if (!meanwhile.tryAcquire()) {
            throw new ControlCallException(
                    503, "As many calls wait within calls as this server lets wait, " + MOST_MEANWHILE + ".");
        }
        try {
            return match.answer(call, sandbox);
        } finally {
            meanwhile.release();
        }
    }

    static Sandbox sandbox(Sandboxes sandboxes, String name) {
        return sandboxes
                .find(name)
                .orElseThrow(() -> new ControlCallException(404, "There is no sandbox '" + name + "'."));
    }

    /** Fixtures and faults that are refused are mistakes of the caller, whichever route takes them. */
    private record Match(ControlRoute route, Map<String, String> variables) {

        Response answer(Call call, Sandbox sandbox) {
            try {
                return route.handler().answer(call.with(variables), sandbox);
            } catch (FixtureException | FaultException e) {
                throw new ControlCallException(400, String.valueOf(e.getMessage()));
            }
        }
    }

    private static Match match(AddressTable<ControlRoute> routes, Call call) {
        List<Found<ControlRoute>> there = routes.find(call.path());
        if (there.isEmpty()) {
            throw new ControlCallException(
                    404, "The control API has no " + call.path() + "; GET " + BASE + "/openapi.json describes it.");
        }
        return there.stream()
                .flatMap(found -> found.at(call.method()).map(route -> new Match(route, found.variables())).stream())
                .findFirst()
                .orElseThrow(() -> ErrorResponse.wrongVerb(there.stream()
                        .flatMap(found -> found.byMethod().keySet().stream())
                        .distinct()
                        .collect(Collectors.joining(", "))));
    }
}
