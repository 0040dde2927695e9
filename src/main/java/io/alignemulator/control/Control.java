package io.alignemulator.control;

import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.resource.address.Addresses;
import io.alignemulator.resource.call.ErrorResponse;
import io.alignemulator.resource.call.QueryString;
import io.alignemulator.resource.call.Response;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.sandbox.journal.Journal;
import io.alignemulator.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The control API as a table: method, path, what happens. The routes of a sandbox are those of the default one, and below {@code /sandboxes/<name>} those of the others.
 * Not counted by the rate limit and free of credentials, unless a control token is set.
 */
public final class Control {

    /** Where the control API begins. */
    public static final String BASE = "/_emulator";

    private static final Pattern OF_SANDBOX = Pattern.compile("/sandboxes/([^/]+)(/.+)");

    private final Sandboxes sandboxes;
    private final Guard guard;
    private final boolean on;
    private final List<Route> ofServer;
    private final List<Route> ofSandbox;

    /** @param now what records without a createDate are said to be created at */
    public Control(Catalogue catalogue, Sandboxes sandboxes, Addresses addresses, Settings settings, Instant now) {
        this.sandboxes = sandboxes;
        this.guard = new Guard(settings);
        this.on = settings.get(Settings.CONTROL);
        this.ofServer = Stream.of(
                        new SandboxRoutes(sandboxes, new BaselineReader(catalogue, addresses.endpoints(), now)).all(),
                        List.of(Documentation.route(this::all)))
                .flatMap(List::stream)
                .toList();
        this.ofSandbox = Stream.of(
                        new StateRoutes().all(),
                        new RecordRoutes().all(),
                        new ClockRoutes().all(),
                        new LimitRoutes().all(),
                        new SettingRoutes().all(),
                        new RequestRoutes().all(),
                        new FaultRoutes(addresses.endpoints()).all(),
                        new AccessRoutes(addresses).all())
                .flatMap(List::stream)
                .toList();
    }

    /** Every route, for the documentation and for tests that leave none out. */
    private Documentation.Routes all() {
        return new Documentation.Routes(ofServer, ofSandbox);
    }

    /** Answers a call; {@link ErrorResponse} when there is no such address. */
    public Response answer(Call call) {
        if (!on) {
            throw ErrorResponse.noRoute();
        }
        try {
            guard.check(call);
            Matcher nested = OF_SANDBOX.matcher(call.path());
            return nested.matches()
                    ? routed(ofSandbox, call.at(nested.group(2)), sandbox(nested.group(1)))
                    : routed(
                            Stream.concat(ofServer.stream(), ofSandbox.stream()).toList(), call, sandboxes.main());
        } catch (ControlException e) {
            return Answers.json(e.status(), Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    /**
     * Makes a call on a sandbox that is at hand, as part of something else: what asked for it was asked by whoever may.
     *
     * @param path below the sandbox
     */
    public Response apply(Sandbox sandbox, String method, String path, byte[] body) {
        try {
            Call call = new Call(method, path, QueryString.parse(""), Map.of(), name -> "", "", body);
            return routed(ofSandbox, call, sandbox);
        } catch (ControlException e) {
            return Answers.json(e.status(), Map.of("error", String.valueOf(e.getMessage())));
        } catch (ErrorResponse e) {
            return e.reply();
        }
    }

    /** Whether a path is that of a journal's events, which never end by themselves. */
    public static boolean isStream(String path) {
        return path.endsWith(RequestRoutes.STREAM);
    }

    /** The journal that a call of such a path wants to follow; empty for every other call, also for one that {@link #answer} refuses. */
    public Optional<Journal> streamed(Call call) {
        if (!on) {
            return Optional.empty();
        }
        try {
            guard.check(call);
            Matcher nested = OF_SANDBOX.matcher(call.path());
            String name = nested.matches() ? nested.group(1) : Sandboxes.DEFAULT;
            return Optional.of(sandbox(name).journal());
        } catch (ControlException e) {
            return Optional.empty();
        }
    }

    private Sandbox sandbox(String name) {
        return sandboxes.find(name).orElseThrow(() -> new ControlException(404, "There is no sandbox '" + name + "'."));
    }

    private static Response routed(List<Route> routes, Call call, Sandbox sandbox) {
        List<Route> there = routes.stream()
                .filter(route -> route.match(call.path()).isPresent())
                .toList();
        if (there.isEmpty()) {
            throw new ControlException(
                    404, "The control API has no " + call.path() + "; GET " + BASE + "/openapi.json describes it.");
        }
        Optional<Route> route = there.stream()
                .filter(each -> each.method().equals(call.method()))
                .findFirst();
        if (route.isEmpty()) {
            throw ErrorResponse.wrongVerb(
                    String.join(", ", there.stream().map(Route::method).toList()));
        }
        Map<String, String> variables = route.get().match(call.path()).orElseThrow();
        return route.get().handler().answer(call.with(variables), sandbox);
    }
}
