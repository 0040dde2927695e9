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
import io.alignemulator.settings.Settings;
import java.util.function.Function;

/**
 * A call of the REST API on its way, in one direction: rate limit, address, credential, verb. Each step may refuse; {@link #answer} is the one place where a refusal becomes
 * an answer.
 */
final class Api {

    /** Where the API begins; matched in any case. */
    static final String BASE = "/rest/align/api/2";

    private final Settings settings;
    private final Sandbox sandbox;
    private final Addresses addresses;
    private final Verbs verbs;
    private final Writes writes;

    Api(Catalogue catalogue, Settings settings, Sandbox sandbox, Addresses addresses) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.addresses = addresses;
        this.verbs = new Verbs(catalogue);
        this.writes = new Writes(settings);
    }

    /** @param path what follows the base */
    Reply answer(Request request, String path) {
        try {
            RateLimiter.Verdict verdict = sandbox.limiter().check(request.clientAddress());
            return verdict instanceof RateLimiter.Verdict.Blocked blocked ? blocked(blocked) : routed(request, path);
        } catch (Refusal refusal) {
            return settings.get(Settings.EMULATOR_REASON) ? explained(refusal) : refusal.reply();
        }
    }

    private static Reply explained(Refusal refusal) {
        String text = refusal.rule() + ": " + refusal.reason();
        return refusal.reply().with("X-Emulator-Reason", text.replaceAll("[^ -~]", "?"));
    }

    private Reply blocked(RateLimiter.Verdict.Blocked blocked) {
        Reply reply = Reply.text(429, "429 too many requests");
        long seconds = Math.max(1, (blocked.remaining().toMillis() + 999) / 1000);
        return settings.get(Settings.RETRY_AFTER) ? reply.with("Retry-After", Long.toString(seconds)) : reply;
    }

    private Reply routed(Request request, String path) {
        Address address = addresses.find(path).orElseThrow(Refusal::noRoute);
        if (!address.methods().contains(request.method())) {
            throw Refusal.wrongVerb(String.join(", ", address.methods()));
        }
        State state = sandbox.state();
        Caller caller = Authentication.of(
                        request.header("Authorization"),
                        state.world(),
                        state.tokens(),
                        settings.get(Settings.BASIC_AUTH))
                .orElseThrow(() -> unauthorized(request, state));
        Context context = Context.of(
                state.world(), caller, settings, sandbox.clock().now(), request.origin() + BASE, new Trace());
        return request.method().equals("GET")
                ? read(context, address, QueryString.parse(request.query()))
                : write(context, address, request);
    }

    private Refusal unauthorized(Request request, State state) {
        return Refusal.unauthorized(Authentication.problem(
                request.header("Authorization"), state.world(), state.tokens(), settings.get(Settings.BASIC_AUTH)));
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

    private Reply write(Context context, Address address, Request request) {
        if (address instanceof Address.Collection list) {
            byte[] body = body(request);
            return applied(world -> writes.create(context.in(world), list.resource(), list.selector(), body));
        }
        Address.Item item = (Address.Item) address;
        if (request.method().equals("DELETE")) {
            return applied(world -> writes.delete(context.in(world), item.resource(), item.selector(), item.id()));
        }
        byte[] body = body(request);
        return request.method().equals("PUT")
                ? applied(world -> writes.replace(context.in(world), item.resource(), item.selector(), item.id(), body))
                : applied(world -> writes.patch(context.in(world), item.resource(), item.selector(), item.id(), body));
    }

    private Reply applied(Function<io.alignemulator.world.World, Writes.Done> write) {
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
        return request.body(settings.get(Settings.MAX_BODY)).orElseThrow(Refusal::tooLarge);
    }
}
