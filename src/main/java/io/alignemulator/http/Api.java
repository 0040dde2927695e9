package io.alignemulator.http;

import io.alignemulator.access.Authentication;
import io.alignemulator.access.Caller;
import io.alignemulator.catalogue.Catalogue;
import io.alignemulator.resource.Address;
import io.alignemulator.resource.Addresses;
import io.alignemulator.resource.Context;
import io.alignemulator.resource.Parameters;
import io.alignemulator.resource.QueryString;
import io.alignemulator.resource.Refusal;
import io.alignemulator.resource.Reply;
import io.alignemulator.resource.Trace;
import io.alignemulator.resource.Verbs;
import io.alignemulator.resource.Writes;
import io.alignemulator.sandbox.RateLimiter;
import io.alignemulator.sandbox.Sandbox;
import io.alignemulator.sandbox.Sandbox.State;
import io.alignemulator.sandbox.Sandbox.Written;
import io.alignemulator.sandbox.Sandboxes;
import io.alignemulator.settings.Settings;
import io.alignemulator.world.World;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A call of the REST API on its way, in one direction: rate limit, address, credential, verb. Each step may refuse; {@link #answer} is the one place where a refusal becomes
 * an answer.
 */
final class Api {

    /** Where the API begins; matched in any case. */
    static final String BASE = "/rest/align/api/2";

    private static final String LOCAL = ".localhost";

    private final Sandboxes sandboxes;
    private final Addresses addresses;
    private final int bodyLimit;
    private final Verbs verbs;
    private final Writes writes = new Writes();

    /** @param settings of the server as a whole */
    Api(Catalogue catalogue, Settings settings, Sandboxes sandboxes, Addresses addresses) {
        this.sandboxes = sandboxes;
        this.bodyLimit = settings.get(Settings.MAX_BODY);
        this.addresses = addresses;
        this.verbs = new Verbs(catalogue);
    }

    /** @param path what follows the base */
    Reply answer(Request request, String path) {
        Optional<Sandbox> sandbox = sandbox(request);
        return sandbox.isPresent()
                ? answer(sandbox.get(), request, path)
                : Reply.text(404, "There is no such sandbox.");
    }

    /** The sandbox that a header names, the host, or the token; the default one when none of them does. */
    private Optional<Sandbox> sandbox(Request request) {
        String named = request.header("X-Align-Sandbox");
        if (!named.isEmpty()) {
            return sandboxes.find(named);
        }
        String host = request.header("Host").replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
        Optional<Sandbox> ofHost = host.endsWith(LOCAL)
                ? sandboxes.find(host.substring(0, host.length() - LOCAL.length()))
                : Optional.empty();
        return ofHost.or(() -> Optional.of(sandboxes.ofToken(Authentication.token(request.header("Authorization")))));
    }

    private Reply answer(Sandbox sandbox, Request request, String path) {
        State state = sandbox.state();
        try {
            RateLimiter.Verdict verdict = sandbox.limiter().check(request.clientAddress());
            return verdict instanceof RateLimiter.Verdict.Blocked blocked
                    ? blocked(blocked, state.settings())
                    : routed(sandbox, state, request, path);
        } catch (Refusal refusal) {
            return state.settings().get(Settings.EMULATOR_REASON) ? explained(refusal) : refusal.reply();
        }
    }

    private static Reply explained(Refusal refusal) {
        String text = refusal.rule() + ": " + refusal.reason();
        return refusal.reply().with("X-Emulator-Reason", text.replaceAll("[^ -~]", "?"));
    }

    private static Reply blocked(RateLimiter.Verdict.Blocked blocked, Settings settings) {
        Reply reply = Reply.text(429, "429 too many requests");
        long seconds = Math.max(1, (blocked.remaining().toMillis() + 999) / 1000);
        return settings.get(Settings.RETRY_AFTER) ? reply.with("Retry-After", Long.toString(seconds)) : reply;
    }

    private Reply routed(Sandbox sandbox, State state, Request request, String path) {
        Address address = addresses.find(path).orElseThrow(Refusal::noRoute);
        if (!address.methods().contains(request.method())) {
            throw Refusal.wrongVerb(String.join(", ", address.methods()));
        }
        Caller caller = Authentication.of(
                        request.header("Authorization"),
                        state.world(),
                        state.tokens(),
                        state.settings().get(Settings.BASIC_AUTH))
                .orElseThrow(() -> unauthorized(request, state));
        Context context = Context.of(
                state.world(), caller, state.settings(), sandbox.clock().now(), request.origin() + BASE, new Trace());
        return request.method().equals("GET")
                ? read(context, address, QueryString.parse(request.query()))
                : write(sandbox, context, address, request);
    }

    private static Refusal unauthorized(Request request, State state) {
        return Refusal.unauthorized(Authentication.problem(
                request.header("Authorization"),
                state.world(),
                state.tokens(),
                state.settings().get(Settings.BASIC_AUTH)));
    }

    private Reply read(Context context, Address address, Parameters parameters) {
        if (address instanceof Address.Collection list) {
            return verbs.list(context, list.resource(), list.selector(), parameters);
        }
        if (address instanceof Address.Item item) {
            return verbs.get(context, item.resource(), item.selector(), item.id(), parameters);
        }
        if (address instanceof Address.SubResource sub) {
            return sub.name().equals("editmeta")
                    ? verbs.editMeta(context, sub.resource(), sub.id())
                    : verbs.auditLog(context, sub.resource(), sub.id(), parameters);
        }
        return verbs.whoami(context, ((Address.WhoAmI) address).users(), parameters);
    }

    private Reply write(Sandbox sandbox, Context context, Address address, Request request) {
        if (address instanceof Address.Collection list) {
            byte[] body = body(request);
            return applied(sandbox, world -> writes.create(context.in(world), list.resource(), list.selector(), body));
        }
        Address.Item item = (Address.Item) address;
        if (request.method().equals("DELETE")) {
            return applied(
                    sandbox, world -> writes.delete(context.in(world), item.resource(), item.selector(), item.id()));
        }
        byte[] body = body(request);
        return request.method().equals("PUT")
                ? applied(
                        sandbox,
                        world -> writes.replace(context.in(world), item.resource(), item.selector(), item.id(), body))
                : applied(
                        sandbox,
                        world -> writes.patch(context.in(world), item.resource(), item.selector(), item.id(), body));
    }

    private static Reply applied(Sandbox sandbox, Function<World, Writes.Done> write) {
        return sandbox.write(world -> {
            Writes.Done done = write.apply(world);
            return new Written<>(done.world(), done.reply());
        });
    }

    private byte[] body(Request request) {
        String type = request.mediaType();
        boolean json = type.equals("application/json")
                || type.equals("text/json")
                || (type.startsWith("application/") && type.endsWith("+json"));
        if (!json) {
            throw Refusal.mediaType();
        }
        return request.body(bodyLimit).orElseThrow(Refusal::tooLarge);
    }
}
